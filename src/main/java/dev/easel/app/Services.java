package dev.easel.app;

import dev.easel.cost.Dollars;
import dev.easel.cost.LocalAddress;
import dev.easel.cost.Prices;
import dev.easel.cost.Spending;
import dev.easel.generate.InterruptedRuns;
import dev.easel.generate.PreviewFacts;
import dev.easel.generate.PromptComposer;
import dev.easel.generate.RunService;
import dev.easel.generate.SystemPrompt;
import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.history.SqliteHistoryRepository;
import dev.easel.library.Library;
import dev.easel.library.cache.CachedFiles;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.preview.StartNote;
import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.gemini.GeminiProvider;
import dev.easel.provider.gemini.Vertex;
import dev.easel.provider.openai.LocalServers;
import dev.easel.provider.openai.OpenAiProvider;
import dev.easel.provider.samples.Pace;
import dev.easel.provider.samples.SampleCatalog;
import dev.easel.provider.samples.SamplesProvider;
import dev.easel.settings.ApiKeys;
import dev.easel.settings.DataDirectories;
import dev.easel.settings.KeyringSecretStore;
import dev.easel.settings.SecretStore;
import dev.easel.settings.Settings;
import dev.easel.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Everything behind the window and the commands, put together by hand. Parts are made when they
/// are first asked for, so a command pays only for what it uses. Thread-safe; none of it is for the
/// UI thread.
final class Services implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Services.class.getName());
    // A run that was stopped stores its end; a server that does not let go must not keep us.
    private static final long LAST_WORDS_SECONDS = 3;

    // Fast and good at code, by the price list of November 2026.
    private static final String DEFAULT_GEMINI_MODEL = "gemini-3-flash-preview";

    private final Map<String, String> environment;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final DataDirectories directories;
    private final ApiKeys keys;
    private final SettingsStore settingsStore;
    private final SampleCatalog samples;
    private final Optional<Vertex> vertex;
    private final GeminiProvider gemini;
    private final Library library = new Library();
    private final List<ModelProvider> providers;
    private final SystemPrompt systemPrompt =
            SystemPrompt.bundled(() -> PreviewFacts.current(library.usage()));
    private @Nullable Settings settings;
    private @Nullable HistoryRepository history;
    private Optional<String> warning = Optional.empty();
    private @Nullable RunService runs;
    private @Nullable Prices prices;
    private @Nullable Spending spending;
    private boolean unlimited;
    private @Nullable OutsideFiles outside;

    Services() {
        this(System.getenv(), Pace.realistic(), new KeyringSecretStore());
    }

    /// @param environment as [System#getenv()]
    /// @param pace how fast samples are played
    /// @param secrets where keys are remembered
    Services(Map<String, String> environment, Pace pace, SecretStore secrets) {
        this.environment = environment;
        directories = DataDirectories.of(environment);
        keys = new ApiKeys(environment, secrets);
        settingsStore = new SettingsStore(directories.settingsFile(), background);
        try {
            samples = SampleCatalog.read(SampleCatalog.BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        vertex = Vertex.of(environment);
        gemini = new GeminiProvider(keys.gemini()::get, geminiBaseUrl(), vertex);
        providers =
                List.of(
                        gemini,
                        new OpenAiProvider(() -> settings().serverUrl, at -> keys.server(at).get()),
                        new SamplesProvider(samples, pace));
    }

    ExecutorService background() {
        return background;
    }

    /// The project whose page has not been seen to answer.
    StartNote startNote() {
        return new StartNote(directories.startNote());
    }

    DataDirectories directories() {
        return directories;
    }

    ApiKeys keys() {
        return keys;
    }

    SettingsStore settingsStore() {
        return settingsStore;
    }

    synchronized Settings settings() {
        if (settings == null) {
            settings = settingsStore.read();
        }
        return settings;
    }

    SampleCatalog samples() {
        return samples;
    }

    /// Opened once; what a killed Easel left behind is made whole first.
    ///
    /// @throws HistoryException when it cannot be opened
    synchronized HistoryRepository history() {
        if (history == null) {
            SqliteHistoryRepository opened = SqliteHistoryRepository.open(directories.database());
            opened.warning().ifPresent(text -> LOG.log(System.Logger.Level.WARNING, text));
            warning = opened.warning();
            history = opened;
            new InterruptedRuns(history).recover();
        }
        return history;
    }

    /// What the user must know of the opening of the history, in plain words.
    synchronized Optional<String> warning() {
        return warning;
    }

    /// What models are told before every prompt.
    SystemPrompt systemPrompt() {
        return systemPrompt;
    }

    synchronized RunService runs() {
        if (runs == null) {
            runs =
                    new RunService(
                            history(),
                            new PromptComposer(systemPrompt),
                            background,
                            System::nanoTime,
                            spending());
        }
        return runs;
    }

    synchronized Prices prices() {
        if (prices == null) {
            prices = new Prices(directories.prices(), this::isLocal, InstantSource.system());
        }
        return prices;
    }

    /// Sums of costs, and the limit of the day.
    synchronized Spending spending() {
        if (spending == null) {
            spending =
                    new Spending(prices(), history(), this::dailyLimit, Clock.systemDefaultZone());
        }
        return spending;
    }

    /// From now on runs of this process pass the limit of the day without a question.
    synchronized void liftLimit() {
        unlimited = true;
    }

    private synchronized Optional<Long> dailyLimit() {
        return unlimited ? Optional.empty() : Dollars.parse(settings().dailyLimit);
    }

    private boolean isLocal(String provider) {
        return switch (provider) {
            case "samples" -> true;
            case "openai" -> LocalAddress.isLocal(settings().serverUrl);
            default -> false;
        };
    }

    /// Loads the SDK of the provider that is used most and the list of web libraries, so that the
    /// first run and the first page do not wait for them.
    void warmUp() {
        library.load();
        gemini.warmUp();
    }

    /// To try a key before it is kept.
    GeminiProvider geminiWith(String key) {
        return new GeminiProvider(() -> Optional.of(key), geminiBaseUrl(), Optional.empty());
    }

    private Optional<String> geminiBaseUrl() {
        String name = vertex.isPresent() ? "GOOGLE_VERTEX_BASE_URL" : "GOOGLE_GEMINI_BASE_URL";
        return Optional.ofNullable(environment.get(name)).filter(url -> !url.isBlank());
    }

    /// To try an address before it is kept.
    ///
    /// @param key typed with it; empty for the one that is known
    OpenAiProvider openAiAt(String address, String key) {
        return new OpenAiProvider(
                () -> address, at -> key.isEmpty() ? keys.server(at).get() : Optional.of(key));
    }

    /// Whether Google can be asked; may ask the key store and block for seconds.
    boolean hasGemini() {
        return vertex.isPresent() || keys.gemini().get().isPresent();
    }

    /// Whether the environment says how to ask Google; at once.
    boolean isGeminiInEnvironment() {
        return vertex.isPresent() || keys.gemini().variable().isPresent();
    }

    /// The Google Cloud that the environment names.
    Optional<Vertex> vertex() {
        return vertex;
    }

    /// Where to look for servers on this computer.
    LocalServers localServers() {
        return LocalServers.of(environment);
    }

    GeminiProvider gemini() {
        return gemini;
    }

    /// All of them, in the order in which they are offered.
    List<ModelProvider> providers() {
        return providers;
    }

    /// The model to ask when none was named: the one used last, else the provider's own choice.
    String modelFor(ModelProvider provider, String named) {
        if (!named.isEmpty()) {
            return named;
        }
        return switch (provider.id()) {
            case "samples" -> SamplesProvider.BEST_MATCH;
            case "gemini" -> settings().models.getOrDefault("gemini", DEFAULT_GEMINI_MODEL);
            default -> settings().models.getOrDefault(provider.id(), "");
        };
    }

    /// What the window's pages have of the outside.
    synchronized OutsideFiles outside() {
        if (outside == null) {
            CachedFiles cached = new CachedFiles(directories.fetchedFiles());
            outside = OutsideFiles.of(cached, new KeptRules(settings(), settingsStore), background);
            background.execute(() -> tidy(cached));
        }
        return outside;
    }

    private static void tidy(CachedFiles cached) {
        try {
            cached.tidy(Instant.now());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The fetched files cannot be tidied: {0}", e);
        }
    }

    /// Answers every page of this process; to be asked for once, before the first WebView.
    PreviewNetwork previewNetwork() {
        PreviewNetwork network = new PreviewNetwork(library, outside());
        network.install();
        return network;
    }

    /// Answers the pages of a command, which are of no project.
    ///
    /// @param allowed whether what they name may be fetched
    PreviewNetwork commandNetwork(boolean allowed) {
        return new PreviewNetwork(
                new Library(),
                OutsideFiles.of(
                        CachedFiles.ofNoProject(directories.fetchedFiles()),
                        KeptRules.Fixed.of(settings(), allowed),
                        background));
    }

    /// Waits a moment for runs that were stopped, so that they are stored as such.
    @Override
    public void close() {
        settingsStore.flush();
        background.shutdown();
        try {
            if (!background.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A run did not end; the next start completes it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (history != null) {
                history.close();
            }
        }
    }
}
