package dev.easel.preview.sandbox;

import dev.easel.preview.engine.PageCalls;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps WebView's WebSockets shut. They are the one thing that opens a connection past every URL
/// handler; the policy of the pages forbids them, but some documents have no policy (a worker made
/// from a `data:` address has none). Before it connects, WebView asks the JVM for a proxy: here.
///
/// All others get the proxy that they would have got.
final class PageSockets extends ProxySelector {
    private final @Nullable ProxySelector others;
    private final Consumer<URI> refused;

    /// @param refused hears of the host, as an http or https address; on WebView's thread
    PageSockets(@Nullable ProxySelector others, Consumer<URI> refused) {
        this.others = others;
        this.refused = refused;
    }

    /// @throws SecurityException for a page, which sees a failed connection
    @Override
    public List<Proxy> select(URI uri) {
        if (PageCalls.areOnTheStack()) {
            refused.accept(uri);
            throw new SecurityException("The preview has no network: " + uri.getHost());
        }
        return others == null ? List.of(Proxy.NO_PROXY) : others.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (others != null) {
            others.connectFailed(uri, address, failure);
        }
    }
}
