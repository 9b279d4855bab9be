package dev.easel.library.bundle;

import dev.easel.library.BundlePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Tells whether a bundle has to be made anew.
final class Inputs {
    /// To be counted up when the form of the bundle changes.
    private static final String FORM = "1";

    private Inputs() {}

    /// @param maven folder with the WebJars
    static String digest(List<BundlePart> parts, Path manifest, Path maven) throws IOException {
        StringBuilder text = new StringBuilder(FORM).append(parts);
        text.append(Files.readString(manifest.resolve("package-lock.json")));
        if (Files.isDirectory(maven)) {
            try (Stream<Path> jars = Files.list(maven)) {
                for (Path jar : jars.sorted().toList()) {
                    text.append(jar.getFileName()).append(Files.size(jar));
                }
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
