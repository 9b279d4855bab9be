package dev.easel.provider.openai;

import dev.easel.bench.Bench;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.fake.EngineServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// llama.cpp, fetched with npm into `target/engine`, answering with random weights. Afterwards
/// `RealEngineTest` is no longer skipped.
class RealEngineBench {
    private static final GenerateRequest ASK =
            new GenerateRequest(
                    "easel-random", "Be brief.", List.of(Message.user("Say something.")), "");

    @Test
    void repliesOfARealEngine() throws Exception {
        Optional<String> trouble = EngineServer.install();
        Assumptions.assumeTrue(trouble.isEmpty(), () -> "No engine here: " + trouble.orElse(""));
        try (EngineServer engine = EngineServer.start()) {
            OpenAiProvider provider = new OpenAiProvider(engine::url, address -> Optional.empty());
            double[] first = new double[10];
            double[] pieces = new double[10];
            for (int i = 0; i < first.length; i++) {
                long begun = System.nanoTime();
                long[] arrived = {0, 0};
                provider.generate(
                        ASK,
                        event -> {
                            if (event instanceof GenerateEvent.Text) {
                                arrived[0] = arrived[1]++ == 0 ? System.nanoTime() : arrived[0];
                            }
                        },
                        new Cancellation());
                first[i] = (arrived[0] - begun) / 1e6;
                pieces[i] = arrived[1] * 1e9 / (System.nanoTime() - arrived[0]);
            }
            Bench.tell("llama.cpp, random weights: first token", "ms", first);
            Bench.tell("llama.cpp, random weights: pieces a second", "1/s", pieces);
        }
    }
}
