package dev.easel.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.library.Library;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Runs pages of a folder in headless Chromium, with the libraries of ours, until they report.
final class Chromium implements AutoCloseable {
    private static final String CDN = "https://unpkg.com/";

    private final Path folder;
    private final Path profile;
    private final List<String> options;
    private final Library library = new Library();
    private final Map<String, CompletableFuture<String>> results = new ConcurrentHashMap<>();
    private final HttpServer http;

    /// @param profile an empty directory
    /// @param options e.g. `--use-angle=swiftshader`
    Chromium(Path folder, Path profile, String... options) throws IOException {
        this.folder = folder;
        this.profile = profile;
        this.options = List.of(options);
        library.load();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    /// Whether there is one on this machine.
    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/bin/chromium"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String path = uri.getPath();
            byte[] body;
            if (path.startsWith("/result/")) {
                results.get(path.substring(8)).complete(uri.getQuery());
                body = new byte[0];
            } else if (path.startsWith("/cdn/")) {
                body =
                        library.find(URI.create(CDN + path.substring(5)))
                                .map(library::read)
                                .orElseThrow();
            } else {
                body =
                        Files.readString(folder.resolve(path.substring(1)))
                                .replace(CDN, "/cdn/")
                                .getBytes(StandardCharsets.UTF_8);
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", path.endsWith(".html") ? "text/html" : "text/javascript");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// Runs a page until it has reported.
    ///
    /// @param page file and query, e.g. `meshes.html?frozen`
    String run(String page) throws Exception {
        String id = Integer.toString(results.size());
        CompletableFuture<String> result = new CompletableFuture<>();
        results.put(id, result);
        Process process = start(page, id, List.of());
        try {
            return result.get(90, TimeUnit.SECONDS);
        } finally {
            end(process);
        }
    }

    /// What a page shows.
    ///
    /// @return a PNG
    byte[] picture(String page) throws Exception {
        String id = Integer.toString(results.size());
        results.put(id, new CompletableFuture<>());
        Path file = profile.resolve(id + ".png");
        Process process =
                start(page, id, List.of("--screenshot=" + file, "--virtual-time-budget=5000"));
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            end(process);
        }
        return Files.readAllBytes(file);
    }

    private Process start(String page, String id, List<String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        "/usr/bin/chromium",
                        "--headless",
                        "--no-sandbox",
                        "--no-first-run",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--ignore-gpu-blocklist",
                        "--enable-unsafe-swiftshader",
                        "--window-size=1280,720",
                        "--user-data-dir=" + profile.resolve(id)));
        command.addAll(options);
        command.addAll(more);
        command.add(
                "http://localhost:"
                        + http.getAddress().getPort()
                        + "/"
                        + page
                        + (page.contains("?") ? "&" : "?")
                        + "report="
                        + id);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve(id + ".log").toFile())
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
