package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.provider.GenerateEvent.Answering;
import dev.easel.provider.GenerateEvent.Counted;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.GenerateEvent.Finished;
import dev.easel.provider.GenerateEvent.Text;
import dev.easel.provider.GenerateEvent.Thought;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [ModelProvider] does, wherever its models are.
public abstract class ModelProviderContract {
    /// A provider whose next reply has these thoughts and texts and then ends well.
    protected abstract ModelProvider answering(List<String> thoughts, List<String> texts)
            throws Exception;

    /// A provider whose next reply begins with a piece of text and then says nothing more for ever.
    protected abstract ModelProvider silentAfterTheFirstPiece() throws Exception;

    /// A request that the provider under test accepts.
    protected GenerateRequest request() {
        return new GenerateRequest("fake", "Be brief.", List.of(Message.user("Draw.")), "");
    }

    @Test
    void eventsComeInTheOrderOfTheStream() throws Exception {
        RecordedRun run = start(answering(List.of("plan ", "more"), List.of("<html>", "</html>")));

        List<GenerateEvent> events = run.completed().events();
        assertThat(events.getFirst()).isInstanceOf(Answering.class);
        assertThat(events.getLast()).isInstanceOf(Finished.class);
        assertThat(lastIndex(events, Thought.class)).isLessThan(firstIndex(events, Text.class));
    }

    @Test
    void thoughtsStayApartFromTheAnswer() throws Exception {
        RecordedRun run =
                start(answering(List.of("I plan ", "it"), List.of("<p>", "hé 🌍", "</p>")));

        run.completed();
        assertThat(run.thoughts()).isEqualTo("I plan it");
        assertThat(run.text()).isEqualTo("<p>hé 🌍</p>");
    }

    @Test
    void theModelThatAnswersIsNamedOnce() throws Exception {
        RecordedRun run = start(answering(List.of("a"), List.of("b", "c")));

        assertThat(run.completed().events(Answering.class))
                .singleElement()
                .satisfies(answering -> assertThat(answering.modelVersion()).isNotBlank());
    }

    @Test
    void tokensAreCounted() throws Exception {
        RecordedRun run = start(answering(List.of("thinking"), List.of("answering")));

        Counted last = run.completed().events(Counted.class).getLast();
        assertThat(last.usage().prompt()).isPositive();
        assertThat(last.usage().output()).isPositive();
        assertThat(last.usage().thought()).isPositive();
    }

    @Test
    void aModelThatIsDoneFinishesOnceWithStop() throws Exception {
        RecordedRun run = start(answering(List.of(), List.of("done")));

        assertThat(run.completed().events(Finished.class))
                .singleElement()
                .satisfies(end -> assertThat(end.reason()).isEqualTo(FinishReason.STOP));
    }

    @Test
    void cancellationEndsARunThatWaits() throws Exception {
        RecordedRun run = start(silentAfterTheFirstPiece());
        String said = run.awaitAnyText();

        run.cancel();

        assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(run.text()).isEqualTo(said);
    }

    @Test
    void cancellationFromInsideTheSinkLetsNothingMoreThrough() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("a".repeat(99), "b".repeat(99)));

        RecordedRun run = RecordedRun.start(provider, request(), RecordedRun::cancel);

        assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(run.events()).hasSize(1);
    }

    @Test
    void aRunThatWasCancelledBeforeItBeganSaysNothing() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("text"));
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        List<GenerateEvent> events = new ArrayList<>();

        assertThatThrownBy(() -> provider.generate(request(), events::add, cancelled))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(events).isEmpty();
    }

    @Test
    void aFailureOfTheSinkIsNotMistakenForTheServers() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("text"));
        IllegalStateException ours = new IllegalStateException("disk full");

        assertThatThrownBy(() ->
                        provider.generate(
                                request(),
                                _ -> {
                                    throw ours;
                                },
                                new Cancellation()))
                .isSameAs(ours);
    }

    @Test
    void runsAfterOneAnotherAreIndependent() throws Exception {
        ModelProvider provider = answering(List.of(), List.of("same"));

        start(provider).completed();

        assertThat(start(provider).completed().text()).isEqualTo("same");
    }

    @Test
    void modelsHaveDifferentIdsAndALabel() throws Exception {
        List<ModelInfo> models = answering(List.of(), List.of("text")).models();

        assertThat(models).isNotEmpty().extracting(ModelInfo::id).doesNotHaveDuplicates();
        assertThat(models).extracting(ModelInfo::label).noneMatch(String::isBlank);
    }

    protected final RecordedRun start(ModelProvider provider) {
        return RecordedRun.start(provider, request());
    }

    private static int firstIndex(List<GenerateEvent> events, Class<?> type) {
        return events.stream().map(type::isInstance).toList().indexOf(true);
    }

    private static int lastIndex(List<GenerateEvent> events, Class<?> type) {
        return events.stream().map(type::isInstance).toList().lastIndexOf(true);
    }
}
