package dev.easel.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// The looks of the window. UI thread only.
public enum Theme {
    LIGHT,
    DARK,
    /// What the desktop says, at the time it is applied.
    SYSTEM;

    private static final PseudoClass DARK_CLASS = PseudoClass.getPseudoClass("dark");

    /// @param name as in the settings file; anything unknown is SYSTEM
    public static Theme of(String name) {
        for (Theme theme : values()) {
            if (theme.name().equalsIgnoreCase(name)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    /// As in the settings file.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is dark now.
    public boolean isDark() {
        return switch (this) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Styles every window of the program; `scene` also gets Easel's own stylesheet.
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        String own = Theme.class.getResource("easel.css").toExternalForm();
        if (!scene.getStylesheets().contains(own)) {
            scene.getStylesheets().add(own);
        }
        scene.getRoot().pseudoClassStateChanged(DARK_CLASS, isDark());
    }
}
