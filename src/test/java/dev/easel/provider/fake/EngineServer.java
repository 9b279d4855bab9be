package dev.easel.provider.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real engine, llama.cpp, as a process of its own: `src/test/engine`, with a model of random
/// weights that is made on the spot.
public final class EngineServer implements AutoCloseable {
    private static final Path SOURCE = Path.of("src", "test", "engine");
    private static final Path FOLDER = Path.of("target", "engine").toAbsolutePath();
    private static final Path MODEL = FOLDER.resolve("random.gguf");
    private static final int INSTALL_MINUTES = 5;

    private final Process process;
    private final BufferedReader said;
    private final String url;

    private EngineServer(Process process, BufferedReader said, String url) {
        this.process = process;
        this.said = said;
        this.url = url;
    }

    /// Whether [#install()] has succeeded here.
    public static boolean isInstalled() {
        return Files.isRegularFile(FOLDER.resolve("installed"));
    }

    /// Fetches the engine with npm, once.
    ///
    /// @return why that is not possible here; empty when it is there
    public static Optional<String> install() throws IOException, InterruptedException {
        if (isInstalled()) {
            return Optional.empty();
        }
        Files.createDirectories(FOLDER);
        try (var files = Files.list(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file,
                        FOLDER.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // Not "npm ci": it wants the engine of every other system in the lock file.
        Optional<String> trouble = run("npm", "install", "--omit=optional");
        if (trouble.isEmpty()) {
            Files.writeString(FOLDER.resolve("installed"), "");
        }
        return trouble;
    }

    /// Starts it; takes a second or two.
    public static EngineServer start() throws IOException, InterruptedException {
        run("node", "gguf.mjs", MODEL.toString())
                .ifPresent(why -> {
                    throw new IllegalStateException(why);
                });
        Process process =
                new ProcessBuilder("node", "server.mjs", MODEL.toString())
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> before = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("http://")) {
                return new EngineServer(process, said, line);
            }
            before.add(line);
        }
        throw new IOException("The engine does not start: " + before);
    }

    /// What a provider takes as its base URL.
    public String url() {
        return url;
    }

    /// Waits until the engine has stopped the work for a client that left.
    public void awaitCancel() throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("left")) {
                return;
            }
        }
        throw new IOException("The engine has ended");
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Optional<String> run(String... command)
            throws IOException, InterruptedException {
        Path log = FOLDER.resolve("log.txt");
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(FOLDER.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            return Optional.of(String.join(" ", command) + " does not end");
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of(Files.readString(log));
    }
}
