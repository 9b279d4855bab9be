package dev.easel.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the build put into the bundle of web libraries: its files, and the packages that it could
/// not get, each with the reason.
///
/// The text has a line for each file (`+ npm/three-0.160/build/three.js`) and each absent package
/// (`- npm/p5 npm was missing`), so that looking for a file never searches the class path.
public final class BundleIndex {
    /// Where the bundle's files and the index are on the class path.
    public static final String ROOT = "dev/easel/web/";

    /// Name of the index below the root.
    public static final String NAME = "index.txt";

    private final Set<String> files = new HashSet<>();
    private final Map<String, String> absent = new HashMap<>();

    private BundleIndex(String text) {
        text.lines().forEach(this::read);
    }

    /// Reads the index from the class path; without a bundle it is empty.
    static BundleIndex of(ClassLoader resources) throws IOException {
        try (@Nullable InputStream in = resources.getResourceAsStream(ROOT + NAME)) {
            return new BundleIndex(
                    in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void read(String line) {
        String rest = line.substring(Math.min(2, line.length()));
        if (line.startsWith("+ ")) {
            files.add(rest);
        } else if (line.startsWith("- ")) {
            int blank = rest.indexOf(' ');
            absent.put(rest.substring(0, blank), rest.substring(blank + 1));
        }
    }

    /// @param file below the root, e.g. `npm/three-0.160/build/three.js`
    boolean has(String file) {
        return files.contains(file);
    }

    /// All files, below the root.
    Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    /// Why a package is not in this build; empty when it is.
    Optional<String> absence(String folder) {
        if (files.isEmpty()) {
            return Optional.of("its libraries were not bundled");
        }
        return Optional.ofNullable(absent.get(folder));
    }
}
