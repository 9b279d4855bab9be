package dev.easel.library.bundle;

import dev.easel.library.BundlePart;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files that the bundle takes of one package, in memory.
///
/// @param files path below the package's root to content; empty when the package is missing
/// @param licences texts of the package's own licence files
/// @param manifest text of its package.json; may be empty
record PackageFiles(Map<String, byte[]> files, List<String> licences, String manifest) {
    private static final PackageFiles NONE = new PackageFiles(Map.of(), List.of(), "");

    static PackageFiles of(BundlePart part, Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return NONE;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return of(part, root, walk.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /// A WebJar has its files in `META-INF/resources/webjars/<name>/<version>`.
    static PackageFiles ofWebJar(BundlePart part, Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return NONE;
        }
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path webjars = zip.getPath("/META-INF/resources/webjars");
            try (Stream<Path> folders = Files.walk(webjars, 2)) {
                return of(
                        part,
                        folders.max(Comparator.comparingInt(Path::getNameCount)).orElseThrow());
            }
        }
    }

    private static PackageFiles of(BundlePart part, Path root, List<Path> all) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> licences = new java.util.ArrayList<>();
        String manifest = "";
        for (Path file : all) {
            Path name = root.relativize(file);
            if (matches(part, name)) {
                files.put(name.toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            if (isLicence(name)) {
                licences.add(Files.readString(file));
            }
            if (name.toString().equals("package.json")) {
                manifest = Files.readString(file);
            }
        }
        return new PackageFiles(files, licences, manifest);
    }

    private static boolean matches(BundlePart part, Path file) {
        return matches(part, file, false) && !matches(part, file, true);
    }

    private static boolean matches(BundlePart part, Path file, boolean unwanted) {
        return part.keep().stream()
                .filter(k -> k.startsWith("!") == unwanted)
                .map(k -> unwanted ? k.substring(1) : k)
                .map(k -> k.startsWith("regex:") ? k : "glob:" + k)
                .map(file.getFileSystem()::getPathMatcher)
                .anyMatch((PathMatcher m) -> m.matches(file));
    }

    private static boolean isLicence(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        return file.getNameCount() == 1
                && Stream.of("LICENSE", "LICENCE", "COPYING", "NOTICE").anyMatch(name::startsWith);
    }
}
