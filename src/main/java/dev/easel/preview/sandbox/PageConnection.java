package dev.easel.preview.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A connection that is none: what WebView reads from it comes from [PreviewNetwork].
final class PageConnection extends HttpURLConnection {
    private final Function<PageRequest, PageAnswer> network;
    private final boolean isOfPlayer;
    private PageAnswer.@Nullable Content content;

    PageConnection(URL url, Function<PageRequest, PageAnswer> network) {
        this(url, network, false);
    }

    private PageConnection(URL url, Function<PageRequest, PageAnswer> network, boolean isOfPlayer) {
        super(url);
        this.network = network;
        this.isOfPlayer = isOfPlayer;
    }

    /// One that plays films and sounds. It does not say what it wants a file for, as WebKit does.
    static PageConnection ofPlayer(URL url, Function<PageRequest, PageAnswer> network) {
        PageConnection made = new PageConnection(url, network, true);
        made.setRequestProperty("sec-fetch-dest", "video");
        return made;
    }

    @Override
    public void connect() throws IOException {
        if (connected) {
            return;
        }
        // The request's headers can only be read before this is set.
        PageAnswer answer = network.apply(new PageRequest(method, url, requestHeaders()));
        connected = true;
        if (isOfPlayer) {
            mustPlay(answer);
        }
        switch (answer) {
            case PageAnswer.Content given -> {
                content = given;
                responseCode = given.status();
                responseMessage = "";
            }
            case PageAnswer.Refused(String reason) -> throw new ConnectException(reason);
        }
    }

    /// The player asks ten times in five seconds before it believes a failed connection, and the
    /// page's own load waits for it. At these words it gives up at once, and the page hears that
    /// the source cannot be played: see `WCMediaPlayerImpl`.
    private static void mustPlay(PageAnswer answer) {
        boolean isThere = answer instanceof PageAnswer.Content given && given.status() < 400;
        if (!isThere) {
            throw new UnsupportedOperationException("Unsupported protocol: nothing to play");
        }
    }

    private Map<String, String> requestHeaders() {
        return getRequestProperties().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                e -> e.getKey().toLowerCase(Locale.ROOT),
                                e -> String.join(", ", e.getValue()),
                                (a, b) -> a));
    }

    private PageAnswer.Content content() throws IOException {
        connect();
        if (content == null) {
            throw new ConnectException("The preview refused this request");
        }
        return content;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new ByteArrayInputStream(content().body());
    }

    @Override
    public @Nullable InputStream getErrorStream() {
        return content == null || responseCode < 400
                ? null
                : new ByteArrayInputStream(content.body());
    }

    /// What a page posts is thrown away.
    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public int getResponseCode() throws IOException {
        content();
        return responseCode;
    }

    @Override
    public @Nullable String getHeaderField(@Nullable String name) {
        return name == null ? null : headers().get(name);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    }

    private Map<String, String> headers() {
        Map<String, String> result = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            result.putAll(content().headers());
            result.put("content-length", Integer.toString(content().body().length));
        } catch (IOException e) {
            // A refused request has no headers; whoever reads on gets the exception itself.
            result.clear();
        }
        return result;
    }

    @Override
    public void disconnect() {
        content = null;
    }

    @Override
    public boolean usingProxy() {
        return false;
    }
}
