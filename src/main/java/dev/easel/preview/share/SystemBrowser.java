package dev.easel.preview.share;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Hands addresses and folders to the programs that the system has for them, by the system's own
/// opener: AWT's `Desktop` would start a second toolkit beside JavaFX, and `HostServices` needs an
/// `Application` and tells no failure.
public final class SystemBrowser {
    /// An opener that still runs then has found its program: some wait until that ends.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<String> opener;

    /// @param opener command and its first arguments; the address is added
    public SystemBrowser(List<String> opener) {
        this.opener = List.copyOf(opener);
    }

    /// The opener of this system.
    public static SystemBrowser ofThisSystem() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return new SystemBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        return new SystemBrowser(List.of(os.contains("mac") ? "open" : "xdg-open"));
    }

    /// Opens an address in the browser that the user has chosen. Blocks for some seconds at most:
    /// not for the UI thread.
    ///
    /// @throws IOException when there is no browser or no opener; the message says which
    public void open(URI address) throws IOException {
        run(address.toString());
    }

    /// Shows a folder in the system's file manager. Blocks as [#open(URI)] does.
    ///
    /// @throws IOException when there is nothing to show it with
    public void openFolder(Path folder) throws IOException {
        run(folder.toAbsolutePath().toString());
    }

    private void run(String target) throws IOException {
        List<String> command =
                java.util.stream.Stream.concat(opener.stream(), java.util.stream.Stream.of(target))
                        .toList();
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new IOException(opener.getFirst() + " is not installed", e);
        }
        Optional<Integer> status = statusOf(process);
        if (status.isPresent() && status.get() != 0) {
            throw new IOException(
                    opener.getFirst() + " found no program for it (status " + status.get() + ")");
        }
    }

    private static Optional<Integer> statusOf(Process process) throws IOException {
        try {
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Easel was closed meanwhile", e);
        }
    }
}
