package dev.easel.provider.gemini;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import dev.easel.provider.ApiKey;
import dev.easel.provider.Failures;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ProviderException.Kind;
import dev.easel.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The way into Google's models: a key of AI Studio, or Google Cloud. Thread-safe.
final class GoogleAccess {
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private final Texts texts = Texts.of(GoogleAccess.class);
    private final Supplier<Optional<String>> key;
    private final Optional<Vertex> vertex;
    private final CredentialSource source;
    private @Nullable GoogleCredentials credentials;

    /// Where the credentials of Google Cloud come from. May block for seconds.
    interface CredentialSource {
        /// @throws IOException when there are none
        GoogleCredentials read() throws IOException;
    }

    /// What opens one connection.
    ///
    /// @param client authorised, but for nothing else set up
    record Entry(Client.Builder client, Failures failures) {}

    /// @param key asked before every request
    GoogleAccess(Supplier<Optional<String>> key, Optional<Vertex> vertex, CredentialSource source) {
        this.key = key;
        this.vertex = vertex;
        this.source = source;
    }

    /// As Google's own tools: the file that `gcloud` keeps, the one that the environment names, or
    /// the machine's own account.
    static GoogleCredentials applicationDefault() throws IOException {
        return GoogleCredentials.getApplicationDefault().createScoped(List.of(SCOPE));
    }

    boolean isVertex() {
        return vertex.isPresent();
    }

    /// @throws ProviderException when there is nothing to get in with, in plain words
    Entry open() throws ProviderException {
        return vertex.isPresent() ? cloud(vertex.get()) : studio(key());
    }

    /// For a request that goes nowhere.
    Entry rehearsal() {
        return studio(new ApiKey("rehearsal"));
    }

    private Entry studio(ApiKey apiKey) {
        // An environment set up for Vertex would send the key elsewhere.
        Client.Builder client = Client.builder().apiKey(apiKey.value()).enterprise(false);
        return new Entry(client, failures("server", "keyAdvice", apiKey));
    }

    private Entry cloud(Vertex cloud) throws ProviderException {
        if (!cloud.isSendable()) {
            throw new ProviderException(
                    Kind.ADDRESS,
                    texts.get("vertex.malformed", cloud.project().orElse(""), cloud.location()),
                    null);
        }
        Client.Builder client = Client.builder().enterprise(true);
        if (cloud.project().isEmpty()) {
            ApiKey express = key();
            return new Entry(
                    client.apiKey(express.value()),
                    failures("vertex.server", "vertex.expressAdvice", express));
        }
        client.project(cloud.project().get()).location(cloud.location());
        return new Entry(
                client.credentials(credentials()),
                failures("vertex.server", "vertex.advice", new ApiKey("")));
    }

    private Failures failures(String name, String advice, ApiKey apiKey) {
        return new Failures(
                new Failures.Server(texts.get(name), texts.get(advice), texts.get("reachAdvice")),
                apiKey);
    }

    private synchronized GoogleCredentials credentials() throws ProviderException {
        if (credentials == null) {
            try {
                credentials = source.read();
            } catch (IOException e) {
                throw new ProviderException(Kind.KEY, texts.get("vertex.missing"), e);
            }
        }
        return credentials;
    }

    private ApiKey key() throws ProviderException {
        ApiKey entered = new ApiKey(key.get().orElse(""));
        if (entered.value().isEmpty()) {
            String missing = isVertex() ? "vertex.nothing" : "key.missing";
            throw new ProviderException(Kind.KEY, texts.get(missing), null);
        }
        if (!entered.isSendable()) {
            throw new ProviderException(Kind.KEY, texts.get("key.malformed"), null);
        }
        return entered;
    }
}
