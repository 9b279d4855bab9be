package dev.easel.preview.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which load a request belongs to. Thread-safe.
///
/// A new load takes over when its document is asked for, not when it is opened: until then the
/// requests of the host are still those of the page before.
final class OpenPages {
    private final Map<String, OpenPage> current = new HashMap<>();
    private final Map<String, OpenPage> next = new HashMap<>();
    private @Nullable OpenPage last;

    synchronized void open(OpenPage page) {
        next.put(page.host(), page);
        last = page;
    }

    synchronized void close(OpenPage page) {
        current.remove(page.host(), page);
        next.remove(page.host(), page);
        if (last == page) {
            last = null;
        }
    }

    /// The page that made a request: named by the address when it is a project's own, else by the
    /// referrer.
    synchronized Optional<OpenPage> of(PageRequest request) {
        if (request.isNavigation()) {
            Optional.ofNullable(next.remove(request.host()))
                    .ifPresent(page -> current.put(page.host(), page));
        }
        // A project that is not open is asked for by a page that is.
        return request.isOwn()
                ? byHost(request.host()).or(() -> byHost(request.refererHost()))
                : byHost(request.refererHost());
    }

    /// The page that was opened last, for requests that do not say whose they are: media, and pages
    /// that send no referrer.
    synchronized Optional<OpenPage> last() {
        return Optional.ofNullable(last);
    }

    private Optional<OpenPage> byHost(String host) {
        return Optional.ofNullable(current.get(host)).or(() -> Optional.ofNullable(next.get(host)));
    }
}
