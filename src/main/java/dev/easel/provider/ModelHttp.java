package dev.easel.provider;

import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// The HTTP client of a provider, made when it is first needed: its classes take half a second.
/// Thread-safe.
public final class ModelHttp {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final Supplier<OkHttpClient> basis;
    private @Nullable OkHttpClient client;

    /// @param basis as far as tests want another client
    public ModelHttp(Supplier<OkHttpClient> basis) {
        this.basis = basis;
    }

    /// The client, which waits for ever for a model that thinks.
    public synchronized OkHttpClient client() {
        if (client == null) {
            client =
                    basis.get()
                            .newBuilder()
                            .connectTimeout(CONNECT_LIMIT)
                            // A model may think for minutes without a word.
                            .readTimeout(Duration.ZERO)
                            // A redirect would take the key to another host.
                            .followRedirects(false)
                            .build();
        }
        return client;
    }
}
