package dev.easel.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The bundled web libraries and fonts: answers the CDN addresses that pages write from the class
/// path. Thread-safe; never opens a connection.
///
/// ```java
/// Library library = new Library();
/// library.find(URI.create("https://unpkg.com/three@0.160.0/build/three.module.js"))
///        .map(library::read);
/// ```
///
/// Which library is which file stands in `libraries.json` and `fonts.json`: adding one is adding an
/// entry. The tables are read at the first question, so asking belongs on another thread than the
/// user interface's.
public final class Library {
    private final ClassLoader resources;
    private final RecentTexts recent = new RecentTexts();
    private @Nullable Tables tables;

    public Library() {
        this(Library.class.getClassLoader());
    }

    /// @param resources where the bundle is
    Library(ClassLoader resources) {
        this.resources = resources;
    }

    private record Tables(Catalogue catalogue, GoogleFonts fonts) {}

    private synchronized Tables tables() {
        if (tables == null) {
            try {
                Catalogue catalogue = Catalogue.read(resources);
                tables = new Tables(catalogue, GoogleFonts.read(resources, catalogue));
            } catch (IOException e) {
                throw new UncheckedIOException("The list of bundled libraries cannot be read", e);
            }
        }
        return tables;
    }

    /// Reads the tables now, so that the first page does not wait for it: about 0.3 s of one core.
    public void load() {
        tables();
    }

    /// The bundled file for a CDN address, in the wanted version or the nearest that has the file.
    ///
    /// @return empty for other hosts, unknown packages, and files that no bundled version has
    public Optional<LibraryFile> find(URI address) {
        return CdnPath.of(address).flatMap(path -> find(path, address));
    }

    private Optional<LibraryFile> find(CdnPath path, URI address) {
        return switch (path.host()) {
            case "fonts.googleapis.com", "fonts.gstatic.com", "fonts.bunny.net" ->
                    tables().fonts().find(path);
            case "kit.fontawesome.com" -> FontAwesomeKit.find(path);
            case "cdn.jsdelivr.net" ->
                    path.segment(0).equals("combine")
                            ? combined(path)
                            : CdnHosts.read(path).flatMap(a -> find(a, address));
            default -> CdnHosts.read(path).flatMap(a -> find(a, address));
        };
    }

    private Optional<LibraryFile> find(CdnAddress address, URI written) {
        return tables().catalogue().find(address).map(hit -> file(hit, address, written));
    }

    private static LibraryFile file(Catalogue.Hit hit, CdnAddress address, URI written) {
        BundledLibrary library = hit.library();
        boolean substituted = !VersionRange.of(address.version()).holds(library.number());
        String note =
                substituted
                        ? address.version() + " was asked for, " + library.version() + " is bundled"
                        : "";
        return new LibraryFile(
                MediaTypes.of(hit.file()),
                library.version(),
                substituted,
                note,
                content(hit, address, written));
    }

    private static LibraryFile.Content content(Catalogue.Hit hit, CdnAddress address, URI written) {
        BundledLibrary library = hit.library();
        boolean script = MediaTypes.of(hit.file()).equals("text/javascript");
        if (address.linking().isEmpty() || !script) {
            return new LibraryFile.Stored(library.folder() + "/" + hit.file());
        }
        CdnAddress.Linking linking = address.linking().get();
        return library.address(hit.file(), linking).equals(written.toString())
                ? new LibraryFile.Linked(library, hit.file(), linking)
                : new LibraryFile.PassedOn(library, hit.file(), linking);
    }

    private Optional<LibraryFile> combined(CdnPath path) {
        List<CdnAddress> parts = CdnHosts.combined(path);
        List<LibraryFile> files =
                parts.stream()
                        .flatMap(a -> find(a, URI.create("https://cdn.jsdelivr.net/")).stream())
                        .toList();
        if (files.isEmpty() || files.size() < path.rest(1).split(",").length) {
            return Optional.empty();
        }
        return Optional.of(
                new LibraryFile(
                        files.getFirst().mediaType(),
                        "",
                        files.stream().anyMatch(LibraryFile::substituted),
                        files.stream()
                                .map(LibraryFile::note)
                                .filter(n -> !n.isEmpty())
                                .collect(Collectors.joining("; ")),
                        new LibraryFile.Joined(files)));
    }

    /// Why an address that looks like a library's has no answer, in plain words.
    ///
    /// @return empty when the address is not that of a package that Easel bundles
    public String absence(URI address) {
        return CdnPath.of(address)
                .filter(path -> path.host().startsWith("fonts.g"))
                .map(path -> tables().fonts().absence())
                .or(() -> CdnAddress.parse(address).map(a -> tables().catalogue().absence(a)))
                .orElse("");
    }

    /// One line of Markdown for each library that a page had better use, with its address.
    public List<String> usage() {
        List<String> lines = new ArrayList<>(tables().catalogue().usage());
        String families = tables().fonts().families();
        if (!families.isEmpty()) {
            lines.add(
                    "Google Fonts by their usual `https://fonts.googleapis.com/css2?family=...`: "
                            + families);
        }
        return List.copyOf(lines);
    }

    /// The content to serve.
    ///
    /// @throws UncheckedIOException when the bundle cannot be read
    public byte[] read(LibraryFile file) {
        try {
            return bytes(file.content());
        } catch (IOException e) {
            throw new UncheckedIOException("A bundled library cannot be read", e);
        }
    }

    private byte[] bytes(LibraryFile.Content content) throws IOException {
        Catalogue catalogue = tables().catalogue();
        return switch (content) {
            case LibraryFile.Stored(String file) -> catalogue.bytes(file);
            case LibraryFile.Linked linked ->
                    recent.get(
                            linked,
                            () ->
                                    text(linked.library(), linked.file())
                                            .linked(new Linker(catalogue, linked))
                                            .getBytes(StandardCharsets.UTF_8));
            case LibraryFile.PassedOn passed ->
                    recent.get(passed, () -> passedOn(passed).getBytes(StandardCharsets.UTF_8));
            case LibraryFile.Joined(List<LibraryFile> files) -> joined(files);
            case LibraryFile.Written(String text) -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private ModuleText text(BundledLibrary library, String file) throws IOException {
        return new ModuleText(
                new String(
                        tables().catalogue().bytes(library.folder() + "/" + file),
                        StandardCharsets.UTF_8),
                library.entry().exports());
    }

    private String passedOn(LibraryFile.PassedOn passed) throws IOException {
        String target = '"' + passed.library().address(passed.file(), passed.linking()) + '"';
        String all = "export * from " + target + ";\n";
        return text(passed.library(), passed.file()).hasDefault()
                ? all + "export { default } from " + target + ";\n"
                : all;
    }

    private byte[] joined(List<LibraryFile> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (LibraryFile file : files) {
            out.writeBytes(read(file));
            // A script may end without a semicolon.
            out.write('\n');
        }
        return out.toByteArray();
    }
}
