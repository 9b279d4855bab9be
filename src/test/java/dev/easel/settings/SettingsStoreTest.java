package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir Path folder;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private Path file;
    private SettingsStore store;

    @BeforeEach
    void create() {
        file = folder.resolve("config/settings.json");
        store = new SettingsStore(file, background::add);
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(store.read().theme).isEqualTo("system");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Settings settings = new Settings();
        settings.theme = "dark";
        settings.columns = List.of(0.2, 0.5);
        settings.models.put("gemini", "gemini-x");
        store.write(settings);
        store.flush();
        Settings read = store.read();
        assertThat(read.theme).isEqualTo("dark");
        assertThat(read.columns).containsExactly(0.2, 0.5);
        assertThat(read.models).containsEntry("gemini", "gemini-x");
    }

    @Test
    void ofManyWritesOnlyTheLastIsMade() {
        Settings settings = new Settings();
        for (String theme : List.of("light", "dark", "light")) {
            settings.theme = theme;
            store.write(settings);
        }
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(store.read().theme).isEqualTo("light");
    }

    @Test
    void fieldsOfANewerEaselAreKept() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\":\"dark\",\"fromTheFuture\":{\"a\":[1,2]}}");
        store.write(store.read());
        store.flush();
        assertThat(Files.readString(file)).contains("fromTheFuture");
    }

    @Test
    void aDamagedFileIsMovedAsideAndNotLost() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\": \"da");
        assertThat(store.read().theme).isEqualTo("system");
        assertThat(file.resolveSibling("settings.json.damaged")).hasContent("{\"theme\": \"da");
    }

    @Test
    void aFileThatCannotBeWrittenStopsNothing() throws Exception {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        store.write(new Settings());
        store.flush();
        assertThat(folder.resolve("config")).isRegularFile();
    }
}
