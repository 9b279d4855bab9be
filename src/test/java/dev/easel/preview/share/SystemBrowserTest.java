package dev.easel.preview.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The openers of these tests are shell commands")
class SystemBrowserTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:4711/a?b=c&d");

    @Test
    void theAddressIsHandedOverInOnePiece(@TempDir Path folder) throws Exception {
        Path told = folder.resolve("told");
        new SystemBrowser(List.of("sh", "-c", "printf %s \"$1\" > '" + told + "'", "sh"))
                .open(ADDRESS);

        assertThat(Files.readString(told)).isEqualTo(ADDRESS.toString());
    }

    @Test
    void aMissingOpenerIsNamed() {
        assertThatThrownBy(() -> new SystemBrowser(List.of("no-such-opener")).open(ADDRESS))
                .isInstanceOf(IOException.class)
                .hasMessage("no-such-opener is not installed");
    }

    @Test
    void anOpenerWithoutABrowserIsAFailure() {
        assertThatThrownBy(() -> new SystemBrowser(List.of("sh", "-c", "exit 3")).open(ADDRESS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 3");
    }
}
