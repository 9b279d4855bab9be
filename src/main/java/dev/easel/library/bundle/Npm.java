package dev.easel.library.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Installs what a lock file names, without running anything of it.
///
/// @param manifest folder with package.json, package-lock.json and .npmrc
/// @param folder where to install
record Npm(Path manifest, Path folder) {
    private static final long MINUTES = 8;

    /// @return why it did not work, to be read after "because"; empty when all is there
    Optional<String> install() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.copy(
                    manifest.resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = folder.resolveSibling("npm.log");
        Process npm;
        try {
            npm =
                    new ProcessBuilder(command(), "ci", "--ignore-scripts", "--prefer-offline")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        } catch (IOException e) {
            return Optional.of("npm was missing");
        }
        npm.getOutputStream().close();
        if (!npm.waitFor(MINUTES, TimeUnit.MINUTES)) {
            npm.destroyForcibly();
            return Optional.of("npm took longer than " + MINUTES + " minutes");
        }
        return npm.exitValue() == 0
                ? Optional.empty()
                : Optional.of("npm could not get them (see " + log + ")");
    }

    private static String command() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? "npm.cmd" : "npm";
    }

    /// Deletes the installed packages.
    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
