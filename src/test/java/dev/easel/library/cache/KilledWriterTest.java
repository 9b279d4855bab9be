package dev.easel.library.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    @TempDir Path directory;

    @Test
    void aProcessThatIsKilledWhileItWritesLeavesOnlyWholeEntries() throws Exception {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = writer.inputReader()) {
            for (int i = 0; i < 20; i++) {
                assertThat(lines.readLine()).isEqualTo("stored");
            }
        }
        writer.destroyForcibly().waitFor();

        CachedFiles files = new CachedFiles(directory);
        List<CachedFile> list = files.list();
        assertThat(list).hasSizeGreaterThanOrEqualTo(20);
        for (CachedFile file : list) {
            assertThat(files.read(file)).hasValueSatisfying(b -> assertThat(b).hasSize(300_000));
        }
    }

    /// Stores until it is killed.
    static final class Writer {
        public static void main(String[] arguments) throws Exception {
            CachedFiles files = new CachedFiles(Path.of(arguments[0]));
            Random random = new Random(1);
            byte[] body = new byte[300_000];
            for (int i = 0; ; i++) {
                random.nextBytes(body);
                WebAddress address = WebAddress.parse("https://a.test/" + i).orElseThrow();
                files.store(address, new Download(address, "image/png", body), Instant.EPOCH);
                System.out.println("stored");
            }
        }
    }
}
