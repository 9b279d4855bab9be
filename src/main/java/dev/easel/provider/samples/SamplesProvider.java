package dev.easel.provider.samples;

import dev.easel.project.Usage;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.ThinkingLevels;
import dev.easel.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Plays the built-in samples as if a model sent them, at the times of a [Schedule]. No key, no
/// network.
public final class SamplesProvider implements ModelProvider {
    /// The model id that chooses a sample by the words of the prompt.
    public static final String BEST_MATCH = "sample";

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Texts texts = Texts.of(SamplesProvider.class);
    private final SampleCatalog catalog;
    private final Pace pace;

    /// @param pace [Pace#realistic()], or [Pace#instant()] for `--instant` and tests
    public SamplesProvider(SampleCatalog catalog, Pace pace) {
        this.catalog = catalog;
        this.pace = pace;
    }

    @Override
    public String id() {
        return "samples";
    }

    @Override
    public ThinkingLevels.Offer thinkingLevels(String model) {
        return ThinkingLevels.NONE;
    }

    /// [#BEST_MATCH], then every sample.
    @Override
    public List<ModelInfo> models() {
        List<ModelInfo> models = new ArrayList<>();
        models.add(new ModelInfo(BEST_MATCH, texts.get("any"), 0, 0, true));
        for (Sample sample : catalog.samples()) {
            models.add(new ModelInfo(sample.id(), sample.title(), 0, 0, true));
        }
        return models;
    }

    @Override
    public void generate(
            GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException {
        cancellation.check();
        Sample sample = chosen(request);
        sink.accept(new GenerateEvent.Answering("sample:" + sample.id()));
        play(sample, sink, cancellation);
        sink.accept(new GenerateEvent.Counted(usage(request, sample)));
        sink.accept(new GenerateEvent.Finished(GenerateEvent.FinishReason.STOP, "STOP"));
    }

    private Sample chosen(GenerateRequest request) throws ProviderException {
        if (request.model().equals(BEST_MATCH)) {
            return catalog.bestMatch(prompt(request))
                    .orElseThrow(() ->
                            new ProviderException(
                                    Kind.BAD_REQUEST,
                                    texts.get("none", listed(Sample::title)),
                                    null));
        }
        return catalog.find(request.model())
                .orElseThrow(() ->
                        new ProviderException(
                                Kind.UNKNOWN_MODEL,
                                texts.get("unknown", request.model(), listed(Sample::id)),
                                null));
    }

    private void play(Sample sample, Consumer<GenerateEvent> sink, Cancellation cancellation)
            throws ProviderException {
        CountDownLatch stop = new CountDownLatch(1);
        cancellation.onCancel(stop::countDown);
        Pace.Waiting waiting = pace.begin();
        for (Schedule.Piece piece : Schedule.of(sample).pieces()) {
            await(waiting, piece.due(), stop);
            cancellation.check();
            sink.accept(piece.event());
        }
        cancellation.check();
    }

    private static void await(Pace.Waiting waiting, Duration due, CountDownLatch stop)
            throws ProviderException {
        try {
            waiting.until(due, stop);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ProviderException.cancelled();
        }
    }

    private static Usage usage(GenerateRequest request, Sample sample) {
        int sent = request.system().length();
        for (Message message : request.messages()) {
            sent += message.text().length();
        }
        return new Usage(
                tokens(sent),
                0,
                tokens(sample.reply().length()),
                tokens(sample.thoughts().length()),
                true);
    }

    private static int tokens(int characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    private static String prompt(GenerateRequest request) {
        return request.messages().isEmpty() ? "" : request.messages().getLast().text();
    }

    private String listed(Function<Sample, String> what) {
        return catalog.samples().stream().map(what).collect(Collectors.joining(", "));
    }
}
