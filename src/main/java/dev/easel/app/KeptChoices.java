package dev.easel.app;

import dev.easel.preview.DeviceChoice;
import dev.easel.project.Project;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.settings.Settings;

/// What the user has chosen and typed, kept in the settings and brought back by the next start. It
/// is kept at once, so that even a kill loses nothing of it. UI thread.
record KeptChoices(
        Services services,
        ModelChooserViewModel chooser,
        MainViewModel model,
        DeviceChoice device) {
    /// Brings everything back, and keeps what changes from now on.
    void restore() {
        restoreModel();
        restorePrompt();
        restoreRepairs();
        restoreDevice();
        chooser.modelProperty().addListener(o -> keep());
        model.projectProperty().addListener(o -> keep());
    }

    private void restoreModel() {
        Settings settings = services.settings();
        String provider = settings.provider;
        if (provider.isEmpty()) {
            provider = services.isGeminiInEnvironment() ? "gemini" : "samples";
        }
        services.providers().forEach(p -> chooser.remember(p.id(), services.modelFor(p, "")));
        chooser.choose(provider, "");
        chooser.wishThinking(settings.thinking);
    }

    private void restorePrompt() {
        model.prompt().textProperty().set(services.settings().draft);
        model.prompt().textProperty().addListener(o -> keep());
    }

    private void restoreRepairs() {
        model.conversation().repairsProperty().set(services.settings().repair);
        model.conversation()
                .repairsProperty()
                .addListener((o, before, now) -> {
                    services.settings().repair = now;
                    keep();
                });
    }

    private void restoreDevice() {
        device.restore(services.settings().device);
        device.text()
                .addListener((o, before, now) -> {
                    services.settings().device = now;
                    services.settingsStore().write(services.settings());
                });
    }

    /// Keeps what stands now.
    void keep() {
        Settings settings = services.settings();
        Project open = model.projectProperty().get();
        settings.project = open == null ? "" : open.id();
        settings.draft = model.prompt().textProperty().get();
        settings.provider = chooser.providerProperty().get().id();
        settings.models.put(settings.provider, chooser.modelProperty().get());
        settings.thinking = chooser.wishedThinking();
        services.settingsStore().write(settings);
    }
}
