package dev.easel.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One version of a bundled package.
///
/// @param entry what `libraries.json` says of the package
/// @param version e.g. `18.3.1`
/// @param folder where its files are in the bundle, e.g. `npm/three-0.160`
record BundledLibrary(LibraryEntry entry, String version, String folder) {
    private static final Pattern MINIFIED = Pattern.compile("\\.min\\.(js|css)$");
    private static final Pattern PLAIN = Pattern.compile("(?<!\\.min)\\.(js|css)$");

    /// CDNs also answer for a missing ending and for a `.min.js` that they make themselves; and
    /// where only one of both is bundled, it does the work of the other.
    private static final List<UnaryOperator<String>> SPELLINGS =
            List.of(
                    file -> file,
                    file -> file + ".js",
                    file -> file + "/index.js",
                    file -> MINIFIED.matcher(file).replaceFirst(".$1"),
                    file -> PLAIN.matcher(file).replaceFirst(".min.$1"),
                    file -> file + ".min.js");

    Version number() {
        return Version.parse(version).orElseThrow();
    }

    /// The address of a file on the CDN whose modules find each other: the one address that a
    /// bundled module has, however the page came to it.
    String address(String file, CdnAddress.Linking linking) {
        return "https://esm.sh/"
                + (linking.external().contains("*") ? "*" : "")
                + entry.npmName()
                + "@"
                + version
                + "/"
                + file
                + linking.query();
    }

    /// The file for a path of an address.
    ///
    /// @param exists whether a path below the folder is there
    /// @return path below the folder
    Optional<String> file(String path, Predicate<String> exists) {
        List<String> candidates = Stream.concat(aliases(path), places(path)).toList();
        // A place that has the very file is better than another spelling of it: gsap has an
        // ES module Draggable.js beside dist/Draggable.min.js.
        return SPELLINGS.stream()
                .flatMap(spelling -> candidates.stream().map(spelling))
                .filter(exists)
                .findFirst();
    }

    private Stream<String> aliases(String path) {
        return entry.aliases().entrySet().stream()
                .filter(e -> covers(e.getKey(), path))
                .map(e ->
                        e.getKey().endsWith("/")
                                ? e.getValue() + path.substring(e.getKey().length())
                                : e.getValue());
    }

    private static boolean covers(String key, String path) {
        return key.endsWith("/") ? path.startsWith(key) : path.equals(key);
    }

    private Stream<String> places(String path) {
        return Stream.concat(Stream.of(path), entry.places().stream().map(p -> p + path));
    }

    /// The main file: for a module request the module, else the script; whatever exists.
    Stream<String> mains(boolean linked) {
        List<String> wanted =
                linked
                        ? List.of(entry.module(), entry.script())
                        : List.of(entry.script(), entry.module());
        return wanted.stream().filter(f -> !f.isEmpty());
    }

    /// Libraries by each of their names, in the order of the table.
    static Map<String, List<BundledLibrary>> byName(List<LibraryEntry> entries) {
        Map<String, List<BundledLibrary>> result = new LinkedHashMap<>();
        for (LibraryEntry entry : entries) {
            for (String name : entry.names()) {
                result.computeIfAbsent(name, n -> new java.util.ArrayList<>())
                        .addAll(entry.libraries());
            }
        }
        return result;
    }
}
