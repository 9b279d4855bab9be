package dev.easel.library.cache;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was fetched, on disk, by address and by content hash.
///
/// ```text
/// addresses/<sha-256 of the address>.json   what the address is: a CachedFile
/// content/<sha-256 of the content>          the content, once for all addresses that have it
/// uses/<project>.json                       which addresses a project's pages have used
/// tmp/                                      what is being written
/// ```
///
/// Every file appears in one step, content before address, so whatever ends the process leaves no
/// entry that is not whole; what is read is checked against its hash all the same. Several
/// processes may use one folder. Thread-safe; every method blocks on the disk.
public final class CachedFiles {
    private static final System.Logger LOG = System.getLogger(CachedFiles.class.getName());
    private static final Duration ORPHANED = Duration.ofHours(1);

    private final Path directory;
    private final FileWriting writing;
    private final ProjectUses uses;
    private final boolean noting;

    /// @param directory made when first written to
    public CachedFiles(Path directory) {
        this(directory, FileWriting.by(directory.resolve("tmp")), true);
    }

    /// The same files, for pages that are of no project: who uses what is not noted.
    public static CachedFiles ofNoProject(Path directory) {
        return new CachedFiles(directory, FileWriting.by(directory.resolve("tmp")), false);
    }

    CachedFiles(Path directory, FileWriting writing, boolean noting) {
        this.directory = directory;
        this.writing = writing;
        this.noting = noting;
        this.uses = new ProjectUses(directory.resolve("uses"), writing);
    }

    /// What is kept for an address, without its content.
    ///
    /// @return empty when there is nothing, or what there is cannot be read
    public Optional<CachedFile> find(WebAddress address) {
        try {
            return Optional.of(entry(addressFile(address.text())))
                    .filter(e -> e.address().equals(address.text()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The content of what is kept.
    ///
    /// @return empty for a redirect, and when the content is gone or not what came
    /// @throws IOException when it is there but cannot be read
    public Optional<byte[]> read(CachedFile file) throws IOException {
        if (file.isRedirect()) {
            return Optional.empty();
        }
        try {
            byte[] body = Files.readAllBytes(contentFile(file.sha256()));
            return Sha256.hex(body).equals(file.sha256()) ? Optional.of(body) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// For a page: the file, or why not. What turns out to be damaged is removed.
    CacheLookup look(WebAddress address) {
        Optional<CachedFile> found = find(address);
        if (found.isEmpty()) {
            return new CacheLookup.Absent();
        }
        CachedFile file = found.get();
        if (file.isRedirect()) {
            return new CacheLookup.Moved(file);
        }
        try {
            Optional<byte[]> body = read(file);
            if (body.isPresent()) {
                return new CacheLookup.Hit(file, body.get());
            }
            Files.deleteIfExists(contentFile(file.sha256()));
            Files.deleteIfExists(addressFile(file.address()));
            return new CacheLookup.Damaged();
        } catch (IOException e) {
            return new CacheLookup.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /// Keeps what came, under the address that was asked for and under the one it came from.
    ///
    /// @return the entry of the address that was asked for
    synchronized CachedFile store(WebAddress address, Download download, Instant now)
            throws IOException {
        byte[] body = download.body();
        String hash = Sha256.hex(body);
        // Also when a file of that name is there: it may be a damaged one.
        writing.write(contentFile(hash), body);
        CachedFile content =
                new CachedFile(
                        download.from().text(), "", download.mediaType(), hash, body.length, now);
        write(content);
        if (address.equals(download.from())) {
            return content;
        }
        CachedFile moved = new CachedFile(address.text(), download.from().text(), "", "", 0, now);
        write(moved);
        return moved;
    }

    /// All that is kept, by address.
    ///
    /// @throws IOException when the folder cannot be read; a single damaged entry is left out
    public List<CachedFile> list() throws IOException {
        List<CachedFile> files = new ArrayList<>();
        for (Path file : filesIn("addresses")) {
            try {
                files.add(entry(file));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Left out of the list: {0}", e);
            }
        }
        files.sort(Comparator.comparing(CachedFile::address));
        return files;
    }

    /// Forgets an address, and its content unless another address has it too.
    public synchronized void remove(CachedFile file) throws IOException {
        Files.deleteIfExists(addressFile(file.address()));
        boolean isShared = list().stream().anyMatch(f -> f.sha256().equals(file.sha256()));
        if (!file.isRedirect() && !isShared) {
            Files.deleteIfExists(contentFile(file.sha256()));
        }
    }

    /// Forgets everything, and which project used it.
    public synchronized void removeAll() throws IOException {
        // Addresses first: one without content is nothing, content without one is only waste.
        for (String folder : List.of("addresses", "content", "uses")) {
            for (Path file : filesIn(folder)) {
                Files.deleteIfExists(file);
            }
        }
        uses.forget();
    }

    /// Removes what a killed process left: temporary files, unreadable entries, and content without
    /// an address, all of them older than an hour.
    public synchronized void tidy(Instant now) throws IOException {
        Set<String> wanted =
                list().stream().map(CachedFile::sha256).collect(Collectors.toUnmodifiableSet());
        for (Path file : filesIn("tmp")) {
            removeOld(file, now);
        }
        for (Path file : filesIn("content")) {
            if (!wanted.contains(file.getFileName().toString())) {
                removeOld(file, now);
            }
        }
        for (Path file : filesIn("addresses")) {
            if (!isReadable(file)) {
                removeOld(file, now);
            }
        }
    }

    /// Notes that a project's page was answered from here. Cheap after the first time.
    void used(String projectId, CachedFile file) {
        if (noting) {
            uses.add(projectId, file.address());
        }
    }

    /// What the pages of a project have used and is still here, redirects included: what an export
    /// of the project needs beside its own files.
    public List<CachedFile> usedBy(String projectId) {
        return uses.of(projectId).stream()
                .flatMap(address -> WebAddress.parse(address).stream())
                .flatMap(address -> find(address).stream())
                .toList();
    }

    private void write(CachedFile file) throws IOException {
        writing.write(addressFile(file.address()), CacheEntry.write(file));
    }

    private CachedFile entry(Path file) throws IOException {
        return CacheEntry.read(Files.readAllBytes(file));
    }

    private boolean isReadable(Path file) {
        try {
            return !entry(file).address().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void removeOld(Path file, Instant now) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ORPHANED))) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> filesIn(String folder) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory.resolve(folder))) {
            List<Path> files = new ArrayList<>();
            stream.forEach(files::add);
            return files;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (NotDirectoryException e) {
            throw new IOException(e.getMessage() + " is not a folder", e);
        }
    }

    private Path addressFile(String address) {
        String hash = Sha256.hex(address.getBytes(StandardCharsets.UTF_8));
        return directory.resolve("addresses").resolve(hash + ".json");
    }

    private Path contentFile(String sha256) {
        return directory.resolve("content").resolve(sha256);
    }
}
