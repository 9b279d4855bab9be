package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoriesTest {
    @Test
    void easelHomeMovesEverything(@TempDir Path home) {
        DataDirectories dirs = DataDirectories.of(Map.of("EASEL_HOME", home.toString()));

        assertThat(dirs.database()).isEqualTo(home.resolve("data/easel.db"));
        assertThat(dirs.preview("1f-2")).isEqualTo(home.resolve("data/preview/1f-2"));
        assertThat(dirs.library()).isEqualTo(home.resolve("cache/library"));
        assertThat(dirs.settings()).isEqualTo(home.resolve("config/settings.json"));
        assertThat(dirs.log()).isEqualTo(home.resolve("log"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aRelativeHomeIsMadeAbsolute() {
        DataDirectories dirs = DataDirectories.of(Map.of("EASEL_HOME", "some/where"));

        assertThat(dirs.data()).isAbsolute().endsWithRaw(Path.of("some/where/data"));
    }

    @Test
    void withoutHomeTheSystemDecides() {
        DataDirectories dirs = DataDirectories.of(Map.of("EASEL_HOME", " "));

        assertThat(dirs.data()).isAbsolute().asString().contains("easel");
        assertThat(dirs.cache()).isAbsolute().asString().contains("easel");
        assertThat(dirs.config()).isAbsolute().asString().contains("easel");
        assertThat(dirs.log()).isAbsolute().asString().contains("easel");
    }

    @Test
    void aProjectIdThatIsAPathIsRefused(@TempDir Path home) {
        DataDirectories dirs = DataDirectories.under(home);

        assertThatThrownBy(() -> dirs.preview("../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dirs.preview("")).isInstanceOf(IllegalArgumentException.class);
    }
}
