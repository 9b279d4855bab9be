package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.bench.Bench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random WebGL for as long as one likes: `mvn -Pbench test -Dtest=WebGlFuzzBench
/// -Dfuzz.seconds=600 [-Dfuzz.seed=1]`.
///
/// Nothing may be found. When the process dies, the seed is in `target/webgl-fuzz.txt`.
class WebGlFuzzBench {
    private static final long SECONDS = Long.getLong("fuzz.seconds", 60);
    private static final long FIRST = Long.getLong("fuzz.seed", 1);
    private static final int CALLS = 800;
    private static final int BUFFERS = 500;

    @TempDir Path storage;

    @Test
    void randomCallsOfPagesFindNothing() throws IOException {
        List<String> found = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long seed = FIRST;
        try (WebGlFuzz fuzz = new WebGlFuzz(storage)) {
            for (; System.nanoTime() < end; seed++) {
                found.addAll(fuzz.run(seed, CALLS));
            }
        }
        Bench.tell("random WebGL calls of pages", "calls", (seed - FIRST) * CALLS);
        assertThat(found).isEmpty();
    }

    @Test
    void garbageFindsNothing() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long seed = FIRST;
        for (; System.nanoTime() < end; seed++) {
            WebGlGarbage.run(seed, BUFFERS);
        }
        Bench.tell("buffers of WebGL garbage", "buffers", (seed - FIRST) * BUFFERS);
        assertThat(WebGlGarbage.worksAfterwards()).isTrue();
    }
}
