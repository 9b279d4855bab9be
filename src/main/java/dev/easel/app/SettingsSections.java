package dev.easel.app;

import dev.easel.cost.CostsView;
import dev.easel.cost.CostsViewModel;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.preview.WebGl;
import dev.easel.settings.AppearanceView;
import dev.easel.settings.FetchSettingsView;
import dev.easel.settings.FetchSettingsViewModel;
import dev.easel.settings.SettingsDialog;
import dev.easel.settings.SettingsView.Section;
import dev.easel.text.Texts;
import dev.easel.ui.Theme;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.Window;

/// Puts the settings dialog together: each feature brings its own section. UI thread.
record SettingsSections(
        OutsideFiles outside,
        Connections connections,
        CostsViewModel costs,
        Executor background,
        Executor ui) {
    private static final Texts TEXTS = Texts.of(SettingsDialog.class);

    /// Shows the dialog and waits until it is closed.
    ///
    /// @param chosen is told at once when a theme is chosen
    /// @param section id of the one that is open first
    void show(Window owner, Theme theme, Consumer<Theme> chosen, String section) {
        FetchSettingsViewModel fetches = new FetchSettingsViewModel(outside, background, ui);
        fetches.load();
        SettingsDialog dialog =
                new SettingsDialog(
                        owner,
                        List.of(
                                section("appearance", "fth-sun", new AppearanceView(theme, chosen)),
                                section("preview", "fth-globe", new FetchSettingsView(fetches)),
                                section("models", "fth-key", ModelsSection.of(connections)),
                                section("costs", "fth-dollar-sign", new CostsView(costs)),
                                section(
                                        "about",
                                        "fth-info",
                                        new AboutView(BuildInfo.read(), WebGl.driver(), ui))));
        dialog.at(section).showAndWait();
    }

    private static Section section(String id, String icon, Node content) {
        return new Section(id, TEXTS.get("section." + id), icon, content);
    }
}
