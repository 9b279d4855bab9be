package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.settings.Settings.Theme;
import dev.easel.settings.Settings.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir Path dir;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();

    private Path file() {
        return dir.resolve("config").resolve("settings.json");
    }

    private SettingsStore open() {
        return SettingsStore.open(file(), Runnable::run, failures::add);
    }

    private SettingsStore openAfterWriting(String json) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), json);
        return open();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void withoutAFileTheSettingsAreTheUsualOnes() {
        SettingsStore store = open();

        assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(store.warning()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void everythingIsThereAfterAnotherStart() throws IOException {
        Settings chosen =
                Settings.DEFAULT
                        .withTheme(Theme.DARK)
                        .withModel("gemini", "gemini-3", "high")
                        .withLocalServer("http://127.0.0.1:11434/v1")
                        .withWindow(new Window(-8, 20.5, 1280, 800, true))
                        .withDividers(Map.of("main", List.of(0.2, 0.61), "code", List.of(0.5)))
                        .withCollapsed(Set.of("history", "console"));

        open().update(s -> chosen);

        assertThat(open().settings()).isEqualTo(chosen);
        assertThat(names()).containsExactly("settings.json");
    }

    @Test
    void fieldsOfANewerEaselAreKept() throws IOException {
        SettingsStore store =
                openAfterWriting(
                        "{\"theme\":\"light\",\"hologram\":{\"on\":true},"
                                + "\"window\":{\"width\":9,\"height\":9,\"depth\":7}}");

        store.update(s -> s.withTheme(Theme.DARK).withWindow(new Window(1, 2, 3, 4, false)));

        assertThat(file())
                .content()
                .contains("\"hologram\"")
                .contains("\"on\" : true")
                .contains("\"depth\" : 7")
                .contains("\"dark\"");
    }

    @Test
    void aFieldOfTheWrongKindDoesNotSpoilTheOthers() throws IOException {
        SettingsStore store =
                openAfterWriting(
                        """
                        {"theme": 5, "model": "kept", "window": "big", "dividers": [1],
                         "collapsed": {"a": "console"}, "provider": null}
                        """);

        assertThat(store.settings().model()).isEqualTo("kept");
        assertThat(store.settings().theme()).isEqualTo(Theme.SYSTEM);
        assertThat(store.settings().window()).isEmpty();
        assertThat(store.warning()).isEmpty();

        store.update(s -> s.withWindow(new Window(0, 0, 10, 10, false)));
        assertThat(open().settings().window())
                .isEqualTo(Optional.of(new Window(0, 0, 10, 10, false)));
    }

    @Test
    void dividersOutsideTheirRangeAreBroughtBack() throws IOException {
        SettingsStore store = openAfterWriting("{\"dividers\":{\"main\":[-3, 0.25, 7, \"x\"]}}");

        assertThat(store.settings().dividers()).containsEntry("main", List.of(0.0, 0.25, 1.0, 0.5));
    }

    @Test
    void aDamagedFileIsMovedAside() throws IOException {
        SettingsStore store = openAfterWriting("{\"theme\": \"dark\", ");

        assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(names()).hasSize(1);
        String aside = names().getFirst();
        assertThat(aside).contains("damaged");
        assertThat(store.warning().orElseThrow()).contains("was damaged").contains(aside);
        assertThat(file().resolveSibling(aside)).hasContent("{\"theme\": \"dark\", ");
    }

    @Test
    void aFileThatIsNoObjectIsMovedAside() throws IOException {
        assertThat(openAfterWriting("[1, 2]").warning()).isPresent();
        assertThat(names()).noneMatch("settings.json"::equals);
    }

    @Test
    void whatCannotBeReadIsNotReplaced() throws IOException {
        Files.createDirectories(file().resolve("a folder in its place"));
        SettingsStore store = open();

        store.update(s -> s.withTheme(Theme.DARK));
        store.close();

        assertThat(store.warning().orElseThrow()).contains("could not be read");
        assertThat(store.settings().theme()).isEqualTo(Theme.DARK);
        assertThat(file()).isDirectory();
        assertThat(failures).isEmpty();
    }

    @Test
    void changesAreWrittenInTheBackgroundAndTogether() {
        SettingsStore store = SettingsStore.open(file(), waiting::add, failures::add);

        store.update(s -> s.withTheme(Theme.DARK));
        store.update(s -> s.withLocalServer("http://localhost"));

        assertThat(store.settings().theme()).isEqualTo(Theme.DARK);
        assertThat(file()).doesNotExist();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(open().settings()).isEqualTo(store.settings());
    }

    @Test
    void aChangeAfterAWriteIsWrittenToo() {
        SettingsStore store = SettingsStore.open(file(), waiting::add, failures::add);
        store.update(s -> s.withTheme(Theme.DARK));
        waiting.remove().run();

        store.update(s -> s.withTheme(Theme.LIGHT));
        waiting.remove().run();

        assertThat(open().settings().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void whatDoesNotChangeAnythingIsNotWritten() {
        SettingsStore store = SettingsStore.open(file(), waiting::add, failures::add);

        store.update(s -> s.withTheme(Theme.SYSTEM));

        assertThat(waiting).isEmpty();
    }

    @Test
    void closingWritesWhatIsStillWaiting() {
        SettingsStore store = SettingsStore.open(file(), waiting::add, failures::add);
        store.update(s -> s.withTheme(Theme.DARK));

        store.close();

        assertThat(open().settings().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aWriteThatFailsIsExplained() throws IOException {
        SettingsStore store = open();
        Files.writeString(dir.resolve("config"), "a file where the folder should be");

        store.update(s -> s.withTheme(Theme.DARK));

        assertThat(store.settings().theme()).isEqualTo(Theme.DARK);
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst()).contains("could not be saved").contains(file().toString());
    }
}
