package dev.easel.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.provider.fake.EngineServer;
import dev.easel.provider.fake.RecordedRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A stream of llama.cpp itself. Skipped where it is not installed: `RealEngineBench` does that.
class RealEngineTest {
    private static final GenerateRequest ASK =
            new GenerateRequest(
                    "easel-random", "Be brief.", List.of(Message.user("Say something.")), "");

    private static EngineServer engine;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(EngineServer.isInstalled(), "llama.cpp is not installed");
        engine = EngineServer.start();
    }

    @AfterAll
    static void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void itsReplyIsRead() throws Exception {
        RecordedRun run = RecordedRun.start(provider(), ASK).completed();

        assertThat(run.text()).isNotEmpty();
        assertThat(run.events(GenerateEvent.Answering.class))
                .containsExactly(new GenerateEvent.Answering("easel-random"));
        assertThat(run.events(GenerateEvent.Finished.class)).hasSize(1);
        assertThat(run.events(GenerateEvent.Counted.class).getLast().usage().output())
                .isGreaterThan(1);
    }

    @Test
    void itStopsWhenItsClientLeaves() throws Exception {
        RecordedRun run = RecordedRun.start(provider(), ASK);
        run.awaitAnyText();

        run.cancel();

        engine.awaitCancel();
        assertThat(run.failure().kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void itsModelIsListedWithItsLimit() throws Exception {
        assertThat(provider().models())
                .containsExactly(new ModelInfo("easel-random", "easel-random", 4096, 0, false));
    }

    private static OpenAiProvider provider() {
        return new OpenAiProvider(engine::url, address -> Optional.empty());
    }
}
