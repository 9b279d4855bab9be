package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.library.cache.CachedFile;
import dev.easel.library.cache.CachedFiles;
import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.FetchRules.Mode;
import dev.easel.library.cache.Kept;
import dev.easel.library.cache.MemoryKeeper;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.settings.FetchSettingsViewModel.HostRule;
import dev.easel.settings.FetchSettingsViewModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchSettingsViewModelTest {
    @TempDir Path directory;

    private final MemoryKeeper keeper =
            new MemoryKeeper(FetchRules.USUAL.allowing("a.test").denying("b.test"));
    private FetchSettingsViewModel model;

    @BeforeEach
    void start() {
        model = model(Runnable::run);
    }

    private FetchSettingsViewModel model(Executor background) {
        return new FetchSettingsViewModel(
                OutsideFiles.of(new CachedFiles(directory), keeper, background),
                background,
                Runnable::run);
    }

    @Test
    void nothingFetchedIsAStateOfItsOwn() {
        assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
        model.load();

        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void theDiskIsNotTouchedByTheCaller() {
        List<Runnable> later = new ArrayList<>();
        FetchSettingsViewModel patient = model(later::add);
        patient.load();
        assertThat(patient.stateProperty().get()).isEqualTo(State.LOADING);
        later.forEach(Runnable::run);

        assertThat(patient.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void filesAreListedWithTheRoomThatTheyTake() throws IOException {
        Kept.file(directory, "https://a.test/1.js", "text/javascript", "12345");
        Kept.file(directory, "https://a.test/2.js", "text/javascript", "12345");
        Kept.file(directory, "https://a.test/3.js", "text/javascript", "123");
        model.load();

        assertThat(model.files()).extracting(CachedFile::address).hasSize(3).isSorted();
        assertThat(model.total()).isEqualTo(8);
    }

    @Test
    void oneIsRemovedThenAll() throws IOException {
        CachedFile first = Kept.file(directory, "https://a.test/1.js", "text/javascript", "1");
        Kept.file(directory, "https://a.test/2.js", "text/javascript", "2");
        Kept.file(directory, "https://a.test/3.js", "text/javascript", "3");
        model.load();
        model.remove(first);
        assertThat(model.files()).hasSize(2);
        model.removeAll();

        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void aFolderThatCannotBeReadIsSaidAndNotTakenForEmpty() throws IOException {
        Files.writeString(directory.resolve("addresses"), "");
        model.load();

        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.messageProperty().get()).contains("addresses");
    }

    @Test
    void theModeIsKeptAtOnce() {
        model.choose(Mode.NEVER);

        assertThat(keeper.rules().mode()).isEqualTo(Mode.NEVER);
        assertThat(keeper.rules().allowed()).containsExactly("a.test");
    }

    @Test
    void hostsAreListedAndForgotten() {
        assertThat(model.hosts())
                .containsExactly(new HostRule("a.test", true), new HostRule("b.test", false));
        model.forget("a.test");
        model.forget("b.test");

        assertThat(model.hosts()).isEmpty();
        assertThat(keeper.rules()).isEqualTo(FetchRules.USUAL);
    }
}
