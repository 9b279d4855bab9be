package dev.easel.preview.share;

import dev.easel.preview.sandbox.PageSource;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/// The projects that are open in a browser, each at an origin of its own.
///
/// ```java
/// try (PageServers servers = new PageServers(background)) {
///     URI address = servers.open(project.id(), PageSource.of(revision.artifact()), "index.html");
/// }
/// ```
///
/// Thread-safe. Opening and closing may block for some milliseconds: not for the UI thread.
public final class PageServers implements AutoCloseable {
    private final Executor background;
    private final Map<String, PageServer> open = new HashMap<>();
    private boolean closed;

    /// @param background answers the browser, one task a request
    public PageServers(Executor background) {
        this.background = background;
    }

    /// Serves a page. A project that is served already keeps its address, and with it what the page
    /// has stored in the browser; a reload there shows the source of the last call.
    ///
    /// @param entry path inside the source, e.g. `index.html`
    /// @return where the page is, on loopback, with a secret in the path
    /// @throws IOException when no port can be had, or everything was closed already
    public synchronized URI open(String projectId, PageSource source, String entry)
            throws IOException {
        if (closed) {
            throw new IOException("The window is being closed");
        }
        PageServer server = open.get(projectId);
        if (server == null) {
            server = PageServer.start(source, background);
            open.put(projectId, server);
        } else {
            server.show(source);
        }
        return server.uri(entry);
    }

    /// Stops serving every project but one.
    ///
    /// @param projectId of the project that stays; one that is not served stops all
    public synchronized void keepOnly(String projectId) {
        open.entrySet()
                .removeIf(served -> {
                    boolean ends = !served.getKey().equals(projectId);
                    if (ends) {
                        served.getValue().close();
                    }
                    return ends;
                });
    }

    /// Stops all servers, for good.
    @Override
    public synchronized void close() {
        closed = true;
        keepOnly("");
    }
}
