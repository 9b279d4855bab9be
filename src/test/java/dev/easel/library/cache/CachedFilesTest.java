package dev.easel.library.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir Path directory;

    private static WebAddress address(String url) {
        return WebAddress.parse(url).orElseThrow();
    }

    private static final WebAddress A = address("https://a.test/x.js");

    private CachedFiles files() {
        return new CachedFiles(directory);
    }

    private static Download download(WebAddress from, String text) {
        return new Download(from, "text/javascript", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> all(String folder) throws IOException {
        try (Stream<Path> list =
                Files.exists(directory.resolve(folder))
                        ? Files.list(directory.resolve(folder))
                        : Stream.empty()) {
            return list.toList();
        }
    }

    @Test
    void whatIsStoredIsThereForTheNextProcess() throws IOException {
        CachedFile stored = files().store(A, download(A, "one"), NOW);

        assertThat(files().find(A)).contains(stored);
        assertThat(files().read(stored))
                .hasValueSatisfying(b -> assertThat(b).asString().isEqualTo("one"));
        assertThat(stored.bytes()).isEqualTo(3);
        assertThat(stored.fetched()).isEqualTo(NOW);
        assertThat(stored.sha256()).hasSize(64);
        assertThat(all("tmp")).isEmpty();
    }

    @Test
    void aRedirectIsKeptWithWhereItLeads() throws IOException {
        WebAddress b = address("https://a.test/x@2.js");
        files().store(A, download(b, "two"), NOW);

        assertThat(files().look(A)).isInstanceOf(CacheLookup.Moved.class);
        assertThat(files().find(A)).map(CachedFile::movedTo).contains(b.text());
        assertThat(files().look(b)).isInstanceOf(CacheLookup.Hit.class);
        assertThat(files().list()).hasSize(2);
    }

    @Test
    void contentThatWasChangedIsNotServedAndGoesAway() throws IOException {
        CachedFile stored = files().store(A, download(A, "one"), NOW);
        Files.writeString(directory.resolve("content").resolve(stored.sha256()), "evil");

        assertThat(files().look(A)).isInstanceOf(CacheLookup.Damaged.class);
        assertThat(files().look(A)).isInstanceOf(CacheLookup.Absent.class);
        assertThat(all("content")).isEmpty();
    }

    @Test
    void contentThatIsGoneIsNotServed() throws IOException {
        CachedFile stored = files().store(A, download(A, "one"), NOW);
        Files.delete(directory.resolve("content").resolve(stored.sha256()));

        assertThat(files().look(A)).isInstanceOf(CacheLookup.Damaged.class);
    }

    @Test
    void damagedContentIsHealedByFetchingAgain() throws IOException {
        CachedFile stored = files().store(A, download(A, "one"), NOW);
        Files.writeString(directory.resolve("content").resolve(stored.sha256()), "evil");
        files().store(A, download(A, "one"), NOW);

        assertThat(files().look(A)).isInstanceOf(CacheLookup.Hit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "{}",
                "[]",
                "{\"address\":\"https://a.test/x.js\",\"movedTo\":\"\",\"mediaType\":\"a/b\","
                        + "\"sha256\":\"../../../etc/passwd\",\"bytes\":1,\"fetched\":\"2026-11-20T10:00:00Z\"}",
                "{\"address\":\"https://b.test/other.js\",\"movedTo\":\"https://b.test/\",\"mediaType\":\"\","
                        + "\"sha256\":\"\",\"bytes\":1,\"fetched\":\"2026-11-20T10:00:00Z\"}",
            })
    void aDamagedEntryIsNone(String text) throws IOException {
        files().store(A, download(A, "one"), NOW);
        Files.writeString(all("addresses").getFirst(), text);

        assertThat(files().find(A)).isEmpty();
        assertThat(files().look(A)).isInstanceOf(CacheLookup.Absent.class);
    }

    @Test
    void aDamagedEntryDoesNotHideTheOthers() throws IOException {
        files().store(A, download(A, "one"), NOW);
        Files.writeString(directory.resolve("addresses").resolve("0.json"), "{");

        assertThat(files().list()).hasSize(1);
    }

    @Test
    void aFullDiskLeavesNothing() throws IOException {
        CachedFiles full =
                new CachedFiles(
                        directory,
                        (file, content) -> {
                            Files.createDirectories(directory.resolve("tmp"));
                            Files.write(directory.resolve("tmp/half"), new byte[1]);
                            throw new IOException("No space left on device");
                        },
                        true);

        assertThatThrownBy(() -> full.store(A, download(A, "one"), NOW))
                .hasMessageContaining("No space");
        assertThat(files().look(A)).isInstanceOf(CacheLookup.Absent.class);
        assertThat(files().list()).isEmpty();
    }

    @Test
    void aDiskThatIsFullAfterTheContentLeavesNoEntry() throws IOException {
        FileWriting real = FileWriting.by(directory.resolve("tmp"));
        CachedFiles full =
                new CachedFiles(
                        directory,
                        (file, content) -> {
                            if (file.toString().contains("addresses")) {
                                throw new IOException("No space left on device");
                            }
                            real.write(file, content);
                        },
                        true);

        assertThatThrownBy(() -> full.store(A, download(A, "one"), NOW))
                .isInstanceOf(IOException.class);
        assertThat(files().list()).isEmpty();
        files().tidy(Instant.now().plus(Duration.ofHours(2)));
        assertThat(all("content")).isEmpty();
    }

    @Test
    void aWriteThatFailsLeavesNoTemporaryFile() throws IOException {
        // A folder stands where the file should go: the last step fails.
        Files.createDirectories(directory.resolve("there/inside"));

        assertThatThrownBy(() ->
                        FileWriting.by(directory.resolve("tmp"))
                                .write(directory.resolve("there"), new byte[3]))
                .isInstanceOf(IOException.class);
        assertThat(all("tmp")).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsTidiedOnceItIsOld() throws IOException {
        CachedFile kept = files().store(A, download(A, "one"), NOW);
        Path old =
                Files.createFile(Files.createDirectories(directory.resolve("tmp")).resolve("old"));
        Path young = Files.createFile(directory.resolve("tmp/young"));
        Path orphan = Files.createFile(directory.resolve("content").resolve("f".repeat(64)));
        Instant now = Instant.now();
        for (Path file : List.of(old, orphan)) {
            Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(2))));
        }

        files().tidy(now);

        assertThat(old).doesNotExist();
        assertThat(orphan).doesNotExist();
        assertThat(young).exists();
        assertThat(files().look(A)).isInstanceOf(CacheLookup.Hit.class);
        assertThat(kept.isRedirect()).isFalse();
    }

    @Test
    void contentOfTwoAddressesStaysUntilBothAreRemoved() throws IOException {
        WebAddress b = address("https://b.test/x.js");
        CachedFile first = files().store(A, download(A, "same"), NOW);
        CachedFile second = files().store(b, download(b, "same"), NOW);
        assertThat(all("content")).hasSize(1);

        files().remove(first);
        assertThat(files().look(b)).isInstanceOf(CacheLookup.Hit.class);
        files().remove(second);
        assertThat(all("content")).isEmpty();
        assertThat(files().list()).isEmpty();
    }

    @Test
    void everythingCanBeRemoved() throws IOException {
        CachedFiles files = files();
        files.used("p1", files.store(A, download(A, "one"), NOW));
        files.removeAll();

        assertThat(files.list()).isEmpty();
        assertThat(all("content")).isEmpty();
        assertThat(files.usedBy("p1")).isEmpty();
    }

    @Test
    void removingFromNothingIsNothing() throws IOException {
        files().removeAll();
        files().tidy(NOW);

        assertThat(files().list()).isEmpty();
    }

    @Test
    void aProjectKnowsWhatItUsedAlsoAfterARestart() throws IOException {
        WebAddress b = address("https://b.test/x.js");
        CachedFiles files = files();
        CachedFile first = files.store(A, download(A, "one"), NOW);
        CachedFile second = files.store(b, download(b, "two"), NOW);
        files.used("p1", first);
        files.used("p1", second);
        files.used("p1", first);
        files.used("p2", second);

        assertThat(files().usedBy("p1")).containsExactly(first, second);
        assertThat(files().usedBy("p2")).containsExactly(second);
        assertThat(files().usedBy("p3")).isEmpty();
        assertThat(files().usedBy("../p1")).isEmpty();
    }

    @Test
    void pagesOfNoProjectLeaveNoTrace() throws IOException {
        CachedFiles files = CachedFiles.ofNoProject(directory);
        files.used("p1", files.store(A, download(A, "one"), NOW));

        assertThat(files().usedBy("p1")).isEmpty();
        assertThat(directory.resolve("uses")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeReadIsToldAndNotTakenForEmpty() throws IOException {
        Files.writeString(directory.resolve("addresses"), "a file");

        assertThatThrownBy(() -> files().list()).isInstanceOf(IOException.class);
    }
}
