package dev.easel.app;

import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.provider.ConnectionCheck;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.openai.LocalServers;
import dev.easel.settings.ConnectionViewModel;
import dev.easel.settings.KeptKey;
import dev.easel.settings.Settings;
import dev.easel.text.Texts;
import dev.easel.welcome.ConnectViewModel;
import dev.easel.welcome.FoundServer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The ways to connect a model: each tries what was typed with a real request and keeps it only if
/// the server took it. UI thread only.
final class Connections {
    private static final Texts TEXTS = Texts.of(ConnectViewModel.class);

    private final Services services;
    private final ModelChooserViewModel chooser;
    private final Executor ui;
    private final ObservableList<FoundServer> found = FXCollections.observableArrayList();
    private final ConnectViewModel firstServer;

    Connections(Services services, ModelChooserViewModel chooser, Executor ui) {
        this.services = services;
        this.chooser = chooser;
        this.ui = ui;
        firstServer = server();
    }

    ConnectViewModel gemini() {
        return new ConnectViewModel(this::connectGemini, services.background(), ui);
    }

    /// One that says where the key is, if there is one already.
    ConnectViewModel knownGemini() {
        ConnectViewModel model = gemini();
        services.background()
                .execute(() -> ready().ifPresent(text -> ui.execute(() -> model.known(text))));
        return model;
    }

    private Optional<String> ready() {
        if (isCloud()) {
            return Optional.of(TEXTS.get("gemini.ready.cloud"));
        }
        KeptKey key = services.keys().gemini();
        return key.place()
                .map(place -> "gemini.ready." + place.name().toLowerCase(Locale.ROOT))
                .map(text -> TEXTS.get(text, key.variable().orElse("")));
    }

    private boolean isCloud() {
        return services.vertex().filter(v -> v.project().isPresent()).isPresent();
    }

    /// The one of the first screen.
    ConnectViewModel firstServer() {
        return firstServer;
    }

    ConnectViewModel server() {
        ConnectViewModel model =
                new ConnectViewModel(this::connectServer, services.background(), ui);
        model.valueProperty().set(suggested());
        return model;
    }

    /// Servers on this computer, as far as they were found.
    ObservableList<FoundServer> found() {
        return found;
    }

    /// Looks for servers on this computer, in the background. They are offered, never chosen.
    void search() {
        LocalServers servers = services.localServers();
        services.background()
                .execute(() -> {
                    List<FoundServer> now =
                            servers.search().stream()
                                    .map(f ->
                                            new FoundServer(
                                                    f.place().name(),
                                                    f.place().address(),
                                                    f.models().size()))
                                    .toList();
                    ui.execute(() -> offer(now));
                });
    }

    private void offer(List<FoundServer> now) {
        boolean untouched = firstServer.valueProperty().get().equals(suggested());
        found.setAll(now);
        if (untouched) {
            firstServer.valueProperty().set(suggested());
        }
        now.stream()
                .filter(f -> f.models() > 0)
                .findFirst()
                .ifPresent(f ->
                        chooser.offer(
                                new ModelChooserViewModel.Offer(
                                        f.name(), f.address(), () -> use(f.address()))));
    }

    /// The address that was chosen, else one where somebody answers.
    private String suggested() {
        String chosen = services.settings().serverUrl;
        boolean never = chosen.equals(new Settings().serverUrl);
        boolean there = found.stream().anyMatch(f -> f.address().equals(chosen));
        return !never || there || found.isEmpty() ? chosen : found.getFirst().address();
    }

    private void use(String address) {
        keep(address);
        chooser.connected("openai");
    }

    private void keep(String address) {
        services.settings().serverUrl = address;
        services.settingsStore().write(services.settings());
    }

    /// How Google's models stand.
    ///
    /// @param typed may hold a key that is not kept yet
    ConnectionViewModel geminiState(ConnectViewModel typed) {
        return state(
                new ConnectionViewModel.Connection() {
                    @Override
                    public Optional<KeptKey> key() {
                        return isCloud() ? Optional.empty() : Optional.of(services.keys().gemini());
                    }

                    @Override
                    public Supplier<ConnectionCheck> check() {
                        String key = typed.valueProperty().get().strip();
                        return tried(key.isEmpty() ? services.gemini() : services.geminiWith(key));
                    }
                });
    }

    /// How the server stands.
    ///
    /// @param typed may hold an address and a key that are not kept yet
    ConnectionViewModel serverState(ConnectViewModel typed) {
        return state(
                new ConnectionViewModel.Connection() {
                    @Override
                    public Optional<KeptKey> key() {
                        return Optional.of(services.keys().server(services.settings().serverUrl));
                    }

                    @Override
                    public Supplier<ConnectionCheck> check() {
                        String address = typed.valueProperty().get().strip();
                        String key = typed.secretProperty().get().strip();
                        return tried(
                                services.openAiAt(
                                        address.isEmpty() ? services.settings().serverUrl : address,
                                        key));
                    }
                });
    }

    private static Supplier<ConnectionCheck> tried(ModelProvider provider) {
        return () -> ConnectionCheck.of(provider, System::nanoTime);
    }

    private ConnectionViewModel state(ConnectionViewModel.Connection connection) {
        return new ConnectionViewModel(connection, services.background(), ui);
    }

    private String connectGemini(String key, String secret, boolean remember)
            throws ProviderException {
        int models = services.geminiWith(key).models().size();
        KeptKey.Place place = services.keys().gemini().keep(key, remember);
        String kept =
                place == KeptKey.Place.SESSION && !remember
                        ? "asked"
                        : place.name().toLowerCase(Locale.ROOT);
        ui.execute(() -> chooser.connected("gemini"));
        return TEXTS.get("gemini.connected", models, TEXTS.get("gemini.kept." + kept));
    }

    private String connectServer(String address, String secret, boolean remember)
            throws ProviderException {
        int models = services.openAiAt(address, secret).models().size();
        if (!secret.isEmpty()) {
            services.keys().server(address).keep(secret, remember);
        }
        keep(address);
        ui.execute(() -> chooser.connected("openai"));
        return TEXTS.get("server.connected", models);
    }
}
