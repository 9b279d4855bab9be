package dev.easel.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table of bundled libraries and the bundle behind it, read once.
final class Catalogue {
    private static final String TABLE = "dev/easel/library/libraries.json";

    private final ClassLoader resources;
    private final List<LibraryEntry> entries;
    private final Map<String, List<BundledLibrary>> byName;
    private final BundleIndex index;

    private Catalogue(ClassLoader resources, List<LibraryEntry> entries, BundleIndex index) {
        this.resources = resources;
        this.entries = entries;
        this.byName = BundledLibrary.byName(entries);
        this.index = index;
    }

    static Catalogue read(ClassLoader resources) throws IOException {
        return new Catalogue(resources, entries(resources), BundleIndex.of(resources));
    }

    static List<LibraryEntry> entries(ClassLoader resources) throws IOException {
        try (InputStream in = open(resources, TABLE)) {
            return List.of(new ObjectMapper().readValue(in, LibraryEntry[].class));
        }
    }

    List<LibraryEntry> entries() {
        return entries;
    }

    BundleIndex index() {
        return index;
    }

    /// The bundled versions of a package, the best answer to a wanted version first.
    List<BundledLibrary> versions(String name, VersionRange wanted) {
        Comparator<BundledLibrary> newest = Comparator.comparing(BundledLibrary::number).reversed();
        Comparator<BundledLibrary> holding =
                Comparator.comparing((BundledLibrary l) -> !wanted.holds(l.number()));
        Comparator<BundledLibrary> near =
                wanted.wanted()
                        .map(w -> Comparator.comparing(BundledLibrary::number, Version.nearest(w)))
                        .orElse(newest);
        return byName.getOrDefault(name, List.of()).stream()
                .sorted(
                        holding.thenComparing((a, b) ->
                                wanted.holds(a.number()) && wanted.holds(b.number())
                                        ? newest.compare(a, b)
                                        : near.compare(a, b)))
                .toList();
    }

    /// A file of a package in the best version that has it.
    Optional<Hit> find(CdnAddress address) {
        VersionRange wanted = VersionRange.of(address.version());
        List<BundledLibrary> versions = versions(address.name(), wanted);
        Stream<Hit> hits =
                address.path().isEmpty()
                        ? mains(versions, address.linked())
                        : versions.stream().flatMap(l -> hit(l, address.path()).stream());
        return hits.findFirst();
    }

    private Optional<Hit> hit(BundledLibrary library, String path) {
        return library.file(path, f -> has(library, f)).map(f -> new Hit(library, f));
    }

    /// The wanted kind of main file of all versions, then the other kind.
    private Stream<Hit> mains(List<BundledLibrary> versions, boolean linked) {
        return Stream.of(0, 1)
                .flatMap(kind ->
                        versions.stream()
                                .flatMap(l ->
                                        l.mains(linked)
                                                .skip(kind)
                                                .limit(1)
                                                .flatMap(m -> hit(l, m).stream())));
    }

    /// Why there is no answer: the package is not in this build, or its bundled versions have no
    /// such file. Empty for packages that are not in the table.
    String absence(CdnAddress address) {
        List<BundledLibrary> versions =
                versions(address.name(), VersionRange.of(address.version()));
        String missing =
                versions.stream()
                        .flatMap(l ->
                                index
                                        .absence(l.folder())
                                        .map(why ->
                                                l.entry().npmName()
                                                        + " "
                                                        + l.version()
                                                        + " is not in this build: "
                                                        + why)
                                        .stream())
                        .findFirst()
                        .orElse("");
        return versions.isEmpty() || !missing.isEmpty()
                ? missing
                : versions.getFirst().entry().npmName()
                        + " "
                        + versions.getFirst().version()
                        + " is bundled, but has no such file";
    }

    /// One line for each library that is here and worth recommending.
    List<String> usage() {
        return entries.stream()
                .filter(e -> !e.usage().isEmpty())
                .flatMap(e ->
                        e.libraries().stream()
                                .filter(l -> index.absence(l.folder()).isEmpty())
                                .max(Comparator.comparing(BundledLibrary::number))
                                .map(l -> e.usage().replace("{version}", l.version()))
                                .stream())
                .toList();
    }

    private boolean has(BundledLibrary library, String file) {
        return index.has(library.folder() + "/" + file);
    }

    /// @param file below [BundleIndex#ROOT]
    byte[] bytes(String file) throws IOException {
        try (InputStream in = open(resources, BundleIndex.ROOT + file)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(ClassLoader resources, String name) throws IOException {
        @Nullable InputStream in = resources.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }

    /// @param file below the library's folder
    record Hit(BundledLibrary library, String file) {}
}
