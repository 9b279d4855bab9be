package dev.easel.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bundled web libraries: answers the CDN addresses that pages write from jars on the class
/// path. Thread-safe; never opens a connection.
///
/// ```java
/// Library library = new Library();
/// library.find(URI.create("https://unpkg.com/three@0.160.0/build/three.module.js"))
///        .map(library::read);
/// ```
///
/// Which library is which file stands in `libraries.json`: adding one is adding an entry.
public final class Library {
    private static final String TABLE = "dev/easel/library/libraries.json";

    private final ClassLoader resources;
    private final Map<String, List<BundledLibrary>> libraries;

    public Library() {
        this(Library.class.getClassLoader());
    }

    private Library(ClassLoader resources) {
        this.resources = resources;
        try {
            this.libraries =
                    new ObjectMapper().readValue(bytes(TABLE), BundledLibrary.Table.class).byName();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of bundled libraries cannot be read", e);
        }
    }

    /// The bundled file for a CDN address; any version of a module is answered with the bundled
    /// one, and UMD addresses with the last UMD build.
    ///
    /// @return empty for other hosts, unknown packages, and files that the bundled version lacks
    public Optional<LibraryFile> find(URI address) {
        return CdnAddress.parse(address).flatMap(this::find);
    }

    private Optional<LibraryFile> find(CdnAddress address) {
        return libraries.getOrDefault(address.name(), List.of()).stream()
                .flatMap(library -> find(library, address).stream())
                .findFirst();
    }

    private Optional<LibraryFile> find(BundledLibrary library, CdnAddress address) {
        Optional<String> file =
                address.path().isEmpty()
                        ? mainOf(library, address)
                        : library.file(address.path(), f -> exists(library.root() + f));
        return file.map(f ->
                new LibraryFile(
                        library.root() + f,
                        MediaTypes.of(f),
                        address.version(),
                        library.version(),
                        library.substitutes(address.version()),
                        links(library, address, f)));
    }

    /// A package without a path means its module where the CDN serves modules, else its script.
    private Optional<String> mainOf(BundledLibrary library, CdnAddress address) {
        BundledLibrary.Format wanted =
                address.linked() ? BundledLibrary.Format.module : BundledLibrary.Format.classic;
        boolean only = libraries.getOrDefault(address.name(), List.of()).size() == 1;
        return library.format() == wanted || only ? Optional.of(library.main()) : Optional.empty();
    }

    private static ModuleLinks links(BundledLibrary library, CdnAddress address, String file) {
        if (!address.linked() || library.format() == BundledLibrary.Format.classic) {
            return new ModuleLinks.AsTheyAre();
        }
        boolean plain = address.suffix().isEmpty() && address.path().equals(file);
        if (file.equals(library.main())) {
            return plain
                    ? new ModuleLinks.AsTheyAre()
                    : new ModuleLinks.PassedOn(address.base() + file);
        }
        return file.endsWith("js")
                ? new ModuleLinks.Rewritten(
                        address, file.substring(0, file.lastIndexOf('/') + 1), library.main())
                : new ModuleLinks.AsTheyAre();
    }

    /// The content to serve, with a linked module's imports made addresses.
    ///
    /// @throws UncheckedIOException when the jar cannot be read
    public byte[] read(LibraryFile file) {
        try {
            return switch (file.links()) {
                case ModuleLinks.AsTheyAre a -> bytes(file.resource());
                case ModuleLinks.PassedOn(String target) ->
                        ("export * from " + '"' + target + '"' + ";\n")
                                .getBytes(StandardCharsets.UTF_8);
                case ModuleLinks.Rewritten rewritten ->
                        ModuleImports.rewrite(
                                        new String(bytes(file.resource()), StandardCharsets.UTF_8),
                                        rewritten)
                                .getBytes(StandardCharsets.UTF_8);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundled " + file.resource(), e);
        }
    }

    private boolean exists(String resource) {
        return !resource.endsWith("/") && resources.getResource(resource) != null;
    }

    private byte[] bytes(String resource) throws IOException {
        try (InputStream in = resources.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return in.readAllBytes();
        }
    }
}
