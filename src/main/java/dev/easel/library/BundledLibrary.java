package dev.easel.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One entry of `libraries.json`, where the fields are described.
record BundledLibrary(
        List<String> names,
        String version,
        Format format,
        String root,
        String main,
        LinkedHashMap<String, String> paths) {

    /// How a page loads the main file.
    enum Format {
        classic,
        module
    }

    /// The file for a path of an address.
    ///
    /// @param exists whether a path below the root is there
    /// @return path below the root
    Optional<String> file(String path, Predicate<String> exists) {
        return paths.entrySet().stream()
                .filter(e -> covers(e.getKey(), path))
                .map(e -> e.getValue() + path.substring(e.getKey().length()))
                .flatMap(BundledLibrary::spellings)
                .filter(exists)
                .findFirst();
    }

    private static boolean covers(String key, String path) {
        return key.isEmpty() || key.endsWith("/") ? path.startsWith(key) : path.equals(key);
    }

    /// CDNs also answer for a missing ending, and for a `.min.js` that they make themselves.
    private static Stream<String> spellings(String file) {
        return Stream.of(file, file + ".js", file.replaceFirst("\\.min\\.js$", ".js"));
    }

    /// Whether a request for `requested` gets another version than it wanted. Ranges and prefixes
    /// (`^0.181`, `0`, `latest`) that include the bundled version are what they asked for.
    boolean substitutes(String requested) {
        String wanted = requested.replaceFirst("^[v^~=]+", "").replaceFirst("(\\.[x*])+$", "");
        return !(wanted.isEmpty()
                || List.of("latest", "next", "x", "*", "dev", "master").contains(wanted)
                || wanted.equals(version)
                || version.startsWith(wanted + "."));
    }

    /// The table of `libraries.json`.
    record Table(String about, List<BundledLibrary> libraries) {
        Map<String, List<BundledLibrary>> byName() {
            Map<String, List<BundledLibrary>> result = new LinkedHashMap<>();
            for (BundledLibrary library : libraries) {
                for (String name : library.names()) {
                    result.computeIfAbsent(name, n -> new java.util.ArrayList<>()).add(library);
                }
            }
            return result;
        }
    }
}
