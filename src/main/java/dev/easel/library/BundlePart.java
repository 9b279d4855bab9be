package dev.easel.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What the build takes of one package for the bundle of web libraries.
///
/// @param name of the library, e.g. `three`
/// @param version empty for fonts, which have their package's
/// @param folder where its files go, and where they come from: `npm/<dependency>` or
///   `maven/<folder>`
/// @param keep glob patterns of the wanted files; those that begin with `!` take away again
/// @param licence SPDX name; empty where the package says it itself
public record BundlePart(
        String name, String version, String folder, List<String> keep, String licence) {

    /// All parts that the tables of this program name.
    ///
    /// @throws UncheckedIOException when a table cannot be read
    public static List<BundlePart> all() {
        try {
            ClassLoader resources = BundlePart.class.getClassLoader();
            List<BundlePart> parts = new ArrayList<>();
            for (LibraryEntry entry : Catalogue.entries(resources)) {
                entry.libraries().forEach(l -> parts.add(of(l)));
            }
            GoogleFonts.table(resources).families().forEach(f -> parts.add(of(f)));
            return List.copyOf(parts);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of bundled libraries cannot be read", e);
        }
    }

    private static BundlePart of(BundledLibrary library) {
        LibraryEntry entry = library.entry();
        return new BundlePart(
                entry.npmName(),
                library.version(),
                library.folder(),
                entry.keep(),
                entry.licence());
    }

    private static BundlePart of(FontEntry font) {
        return new BundlePart(
                font.family(),
                "",
                font.folder(),
                List.of(
                        "unicode.json",
                        "regex:files/" + font.id() + "-(" + font.keep() + ")\\.woff"),
                "OFL-1.1");
    }

    /// Whether the package comes from npm, else from Maven.
    public boolean isNpm() {
        return folder.startsWith("npm/");
    }
}
