package dev.easel.app;

import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.provider.ProviderException;
import dev.easel.settings.KeptKey;
import dev.easel.text.Texts;
import dev.easel.welcome.ConnectViewModel;
import java.util.Locale;
import java.util.concurrent.Executor;

/// The ways to connect a model: each tries what was typed with a real request and keeps it only if
/// the server took it.
final class Connections {
    private static final Texts TEXTS = Texts.of(ConnectViewModel.class);

    private final Services services;
    private final ModelChooserViewModel chooser;
    private final Executor ui;

    Connections(Services services, ModelChooserViewModel chooser, Executor ui) {
        this.services = services;
        this.chooser = chooser;
        this.ui = ui;
    }

    ConnectViewModel gemini() {
        return new ConnectViewModel(this::connectGemini, services.background(), ui);
    }

    ConnectViewModel server() {
        ConnectViewModel model =
                new ConnectViewModel(this::connectServer, services.background(), ui);
        model.valueProperty().set(services.settings().serverUrl);
        return model;
    }

    private String connectGemini(String key, boolean remember) throws ProviderException {
        int models = services.geminiWith(key).models().size();
        KeptKey.Place place = services.keys().gemini().keep(key, remember);
        String kept =
                place == KeptKey.Place.SESSION && !remember
                        ? "asked"
                        : place.name().toLowerCase(Locale.ROOT);
        ui.execute(() -> chooser.connected("gemini"));
        return TEXTS.get("gemini.connected", models, TEXTS.get("gemini.kept." + kept));
    }

    private String connectServer(String address, boolean remember) throws ProviderException {
        int models = services.openAiAt(address, "").models().size();
        services.settings().serverUrl = address;
        services.settingsStore().write(services.settings());
        ui.execute(() -> chooser.connected("openai"));
        return TEXTS.get("server.connected", models);
    }
}
