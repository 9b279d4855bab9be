package dev.easel.provider.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent.Answering;
import dev.easel.provider.GenerateEvent.Counted;
import dev.easel.provider.GenerateEvent.Text;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ModelProviderContract;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.RecordedRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SamplesProviderTest extends ModelProviderContract {
    private static final String LONG = "<p>A line of forty characters, or so.</p>\n".repeat(2000);

    @Override
    protected GenerateRequest request() {
        return asking(SamplesProvider.BEST_MATCH, "Draw a house.");
    }

    @Override
    protected ModelProvider answering(List<String> thoughts, List<String> texts) {
        return new SamplesProvider(
                catalog(String.join("", thoughts), String.join("", texts)), Pace.instant());
    }

    @Override
    protected ModelProvider silentAfterTheFirstPiece() {
        CountDownLatch said = new CountDownLatch(1);
        Pace.Waiting waiting =
                (_, stop) -> {
                    if (said.getCount() == 0) {
                        stop.await();
                    }
                    said.countDown();
                };
        return new SamplesProvider(catalog("", LONG), () -> waiting);
    }

    @Test
    void aSampleIsChosenByThePrompt() throws Exception {
        RecordedRun run = start(answering(List.of(), List.of("reply")));

        assertThat(run.completed().events(Answering.class))
                .containsExactly(new Answering("sample:house"));
    }

    @Test
    void aSampleIsPlayedByItsIdWhateverThePrompt() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("reply"));

        RecordedRun run = RecordedRun.start(provider, asking("house", "something else"));

        assertThat(run.completed().text()).isEqualTo("reply");
    }

    @Test
    void aPromptThatFitsNothingIsToldWhatThereIsAndHowToConnectAModel() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("reply"));

        ProviderException failure =
                RecordedRun.start(provider, asking(SamplesProvider.BEST_MATCH, "a chess game"))
                        .failure();

        assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(failure)
                .hasMessageContaining("The House")
                .hasMessageContaining("Gemini API key")
                .hasMessageContaining("Ollama");
    }

    @Test
    void anUnknownSampleIsToldWhatThereIs() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("reply"));

        ProviderException failure = RecordedRun.start(provider, asking("castle", "x")).failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_MODEL);
        assertThat(failure).hasMessageContaining("castle").hasMessageContaining("house");
    }

    @Test
    void modelsAreTheBestMatchAndEverySample() throws Exception {
        assertThat(answering(List.of(), List.of("reply")).models())
                .containsExactly(
                        new ModelInfo("sample", "Best match", 0, 0, true),
                        new ModelInfo("house", "The House", 0, 0, true));
    }

    @Test
    void usageIsEstimatedAtFourCharactersAToken() throws Exception {
        RecordedRun run = start(answering(List.of("12345678"), List.of("123456789")));

        // "Be brief." and "Draw a house." are 22 characters.
        assertThat(run.completed().events(Counted.class))
                .containsExactly(new Counted(new Usage(6, 0, 3, 2, true)));
    }

    @Test
    void thoughtsTakeTwoSecondsAndALongReplyAboutTwenty() throws Exception {
        List<Duration> dues = new ArrayList<>();
        SamplesProvider provider =
                new SamplesProvider(
                        catalog("Hm. ".repeat(200), LONG), () -> (due, _) -> dues.add(due));

        RecordedRun run = start(provider).completed();

        int firstText = run.events().indexOf(run.events(Text.class).getFirst());
        assertThat(run.text()).isEqualTo(LONG);
        assertThat(dues).isSorted();
        // One event, the model's name, comes before the first chunk.
        assertThat(dues.get(firstText - 2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(dues.getLast()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
    }

    @Test
    void aShortReplyComesInSmallChunksAtTheirNaturalPace() throws Exception {
        List<Duration> dues = new ArrayList<>();
        SamplesProvider provider =
                new SamplesProvider(
                        catalog("", LONG.substring(0, 1440)), () -> (due, _) -> dues.add(due));

        RecordedRun run = start(provider).completed();

        assertThat(run.events(Text.class))
                .allSatisfy(text -> assertThat(text.text()).hasSizeLessThanOrEqualTo(41));
        assertThat(dues.getLast()).isBetween(Duration.ofMillis(700), Duration.ofMillis(1500));
    }

    @Test
    void theSameSampleComesInTheSameChunks() throws Exception {
        ModelProvider provider = answering(List.of("Hm."), List.of(LONG));

        assertThat(start(provider).completed().events())
                .isEqualTo(start(provider).completed().events());
    }

    @Test
    void charactersAreNeverCutInTwo() throws Exception {
        RecordedRun run = start(answering(List.of(), List.of("🌍".repeat(500))));

        assertThat(run.completed().events(Text.class))
                .allSatisfy(text -> assertThat(text.text().length() % 2).isZero());
    }

    @Test
    void theRealisticPaceDoesNotWaitForWhatIsDue() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);

        Pace.realistic().begin().until(Duration.ZERO, stop);

        assertThat(stop.getCount()).isEqualTo(1);
    }

    @Test
    void theRealisticPaceEndsItsWaitWhenStopped() throws Exception {
        SamplesProvider provider = new SamplesProvider(catalog("Hm.", LONG), Pace.realistic());
        RecordedRun run = start(provider);

        run.cancel();

        assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(run.text()).isEmpty();
    }

    private static SampleCatalog catalog(String thoughts, String reply) {
        Sample house =
                new Sample(
                        "house",
                        "The House",
                        "A house.",
                        List.of("house"),
                        "home",
                        "Draw a house.",
                        thoughts,
                        reply);
        return new SampleCatalog(List.of(house));
    }

    private static GenerateRequest asking(String model, String prompt) {
        return new GenerateRequest(model, "Be brief.", List.of(Message.user(prompt)), "");
    }
}
