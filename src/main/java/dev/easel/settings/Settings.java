package dev.easel.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the user chose, and how the window looked. Never a key: see [ApiKeys].
///
/// @param provider id of the one used last; empty for none yet
/// @param model id of the one used last; empty for the provider's first
/// @param thinking level; empty for the model's default
/// @param localServer base URL of an OpenAI-compatible server; empty for none
/// @param window empty before the first time
/// @param dividers positions 0..1 by the split pane's id
/// @param collapsed ids of the panes that are folded away
public record Settings(
        Theme theme,
        String provider,
        String model,
        String thinking,
        String localServer,
        Optional<Window> window,
        Map<String, List<Double>> dividers,
        Set<String> collapsed) {
    /// Before anything was chosen.
    public static final Settings DEFAULT =
            new Settings(Theme.SYSTEM, "", "", "", "", Optional.empty(), Map.of(), Set.of());

    public Settings {
        dividers = Map.copyOf(dividers);
        collapsed = Set.copyOf(collapsed);
    }

    /// Light, dark, or whatever the system says.
    public enum Theme {
        LIGHT,
        DARK,
        SYSTEM
    }

    /// Place and size of the main window in screen coordinates. The place may be on a screen that
    /// is not there any more.
    public record Window(double x, double y, double width, double height, boolean maximized) {}

    public Settings withTheme(Theme newTheme) {
        return new Settings(
                newTheme, provider, model, thinking, localServer, window, dividers, collapsed);
    }

    /// What the next run asks, by default.
    public Settings withModel(String newProvider, String newModel, String newThinking) {
        return new Settings(
                theme,
                newProvider,
                newModel,
                newThinking,
                localServer,
                window,
                dividers,
                collapsed);
    }

    public Settings withLocalServer(String baseUrl) {
        return new Settings(theme, provider, model, thinking, baseUrl, window, dividers, collapsed);
    }

    public Settings withWindow(Window newWindow) {
        return new Settings(
                theme,
                provider,
                model,
                thinking,
                localServer,
                Optional.of(newWindow),
                dividers,
                collapsed);
    }

    public Settings withDividers(Map<String, List<Double>> newDividers) {
        return new Settings(
                theme, provider, model, thinking, localServer, window, newDividers, collapsed);
    }

    public Settings withCollapsed(Set<String> newCollapsed) {
        return new Settings(
                theme, provider, model, thinking, localServer, window, dividers, newCollapsed);
    }
}
