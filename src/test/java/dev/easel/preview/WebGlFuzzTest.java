package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few seconds of random calls; `mvn -Pbench test -Dtest=WebGlFuzzBench` goes on for minutes.
class WebGlFuzzTest {
    @TempDir Path storage;

    @Test
    void randomCallsFindNothing() throws IOException {
        try (WebGlFuzz fuzz = new WebGlFuzz(storage)) {
            for (long seed = 1; seed <= 4; seed++) {
                assertThat(fuzz.run(seed, 300)).isEmpty();
            }
        }
    }
}
