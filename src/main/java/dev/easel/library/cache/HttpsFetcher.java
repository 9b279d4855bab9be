package dev.easel.library.cache;

import dev.easel.library.cache.FetchException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/// Fetches one file over https: no cookies, no referrer, no credentials, nothing of the page but
/// the address. The only place that opens connections for pages, and so where they are counted.
///
/// Redirects are followed here and not by the client, because each hop is checked and counted.
/// Thread-safe.
final class HttpsFetcher {
    /// Hosts that the client takes for addresses and does not ask [CheckedNames] about.
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|.*:.*");

    private static final int PIECE = 64 << 10;

    /// @param bytes of a file, after it is unpacked
    /// @param time for everything, redirects included
    /// @param redirects to follow
    record Limits(long bytes, Duration time, int redirects) {
        static final Limits USUAL = new Limits(20L << 20, Duration.ofSeconds(60), 5);
    }

    private final OkHttpClient client;
    private final CheckedNames names;
    private final Departures departures;
    private final Limits limits;
    private final FetchFailures failures = new FetchFailures();

    /// @param base trust and nothing else comes from here: all rules are set on top of it
    HttpsFetcher(OkHttpClient base, CheckedNames names, Departures departures, Limits limits) {
        this.client =
                base.newBuilder()
                        .dns(names)
                        // With a proxy the name would be looked up there, past the check.
                        .proxy(Proxy.NO_PROXY)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .cache(null)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                        .connectTimeout(Duration.ofSeconds(15))
                        .readTimeout(Duration.ofSeconds(20))
                        .build();
        this.names = names;
        this.departures = departures;
        this.limits = limits;
    }

    /// Fetches a file. Blocking; ends soon after the ticket is cancelled.
    ///
    /// @param kind what the page wants it for (`script`, `style`, ...); empty when unknown
    /// @param hosts which hosts a redirect may lead to
    Download fetch(WebAddress address, String kind, Predicate<String> hosts, FetchTicket ticket)
            throws FetchException {
        long end = System.nanoTime() + limits.time().toNanos();
        WebAddress at = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            try (Response response = send(at, end, ticket)) {
                Optional<WebAddress> next = redirect(at, response, hosts);
                if (next.isEmpty()) {
                    return read(at, kind, response, ticket);
                }
                at = next.get();
            } catch (IOException e) {
                throw failures.lost(at, e, ticket.isCancelled());
            }
        }
        throw failures.of(Kind.REDIRECT, "redirect.many", address.host());
    }

    private Response send(WebAddress at, long end, FetchTicket ticket) throws IOException {
        if (NUMERIC.matcher(at.host()).matches()) {
            names.lookup(at.host());
        }
        long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        Request request =
                new Request.Builder()
                        .url(at.text())
                        // Some hosts answer nobody without a name; ours says nothing of the user.
                        .header("User-Agent", "Mozilla/5.0 (compatible; Easel)")
                        .header("Accept", "*/*")
                        .build();
        Call call = client.newCall(request);
        call.timeout().timeout(left, TimeUnit.MILLISECONDS);
        ticket.whenCancelled(call::cancel);
        if (ticket.isCancelled()) {
            throw new IOException("Canceled");
        }
        departures.leaving(at);
        return call.execute();
    }

    private Optional<WebAddress> redirect(WebAddress at, Response response, Predicate<String> hosts)
            throws FetchException {
        if (!response.isRedirect()) {
            return Optional.empty();
        }
        String location = Objects.requireNonNull(response.header("Location"));
        // Back to plain http is a step that no https page should make.
        WebAddress next =
                Optional.of(location)
                        .filter(l -> !l.regionMatches(true, 0, "http:", 0, 5))
                        .flatMap(at::resolve)
                        .orElseThrow(() ->
                                failures.of(Kind.REDIRECT, "redirect.where", at.host(), location));
        if (!next.host().equals(at.host()) && !hosts.test(next.host())) {
            throw failures.of(Kind.REDIRECT, "redirect.host", at.host(), next.host());
        }
        return Optional.of(next);
    }

    private Download read(WebAddress at, String kind, Response response, FetchTicket ticket)
            throws IOException, FetchException {
        if (response.code() != 200) {
            throw failures.refused(at, response.code());
        }
        ResponseBody body = Objects.requireNonNull(response.body());
        long total = body.contentLength();
        String type = new SentType(response, at).of(kind).orElseThrow(() -> wrong(at, kind));
        if (total > limits.bytes()) {
            throw tooBig(at);
        }
        Buffer buffer = new Buffer();
        ticket.arrived(0, total);
        try (InputStream in = body.byteStream()) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                buffer.write(piece, 0, n);
                if (buffer.size() > limits.bytes()) {
                    throw tooBig(at);
                }
                ticket.arrived(buffer.size(), total);
            }
        }
        return new Download(at, type, buffer.readByteArray());
    }

    private FetchException tooBig(WebAddress at) {
        return failures.of(Kind.TOO_BIG, "big", at.name(), limits.bytes() >> 20);
    }

    private FetchException wrong(WebAddress at, String kind) {
        return failures.of(Kind.WRONG_TYPE, "type", at.host(), kind);
    }
}
