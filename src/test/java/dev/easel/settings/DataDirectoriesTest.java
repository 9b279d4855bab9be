package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDirectoriesTest {
    @Test
    void easelHomeMovesAllOfIt() {
        DataDirectories directories = DataDirectories.of(Map.of("EASEL_HOME", "/x/y"));
        assertThat(directories.database()).isEqualTo(Path.of("/x/y/data/easel.db"));
        assertThat(directories.previewStorage()).startsWithRaw(Path.of("/x/y"));
        assertThat(directories.settingsFile()).startsWithRaw(Path.of("/x/y"));
        assertThat(directories.cache()).startsWithRaw(Path.of("/x/y"));
    }

    @Test
    void otherwiseTheSystemsPlacesAreUsed() {
        assertThat(DataDirectories.of(Map.of()).database())
                .endsWithRaw(Path.of("easel.db"))
                .isAbsolute();
    }
}
