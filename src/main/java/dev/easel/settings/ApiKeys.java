package dev.easel.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The keys of all places where models are. Thread-safe.
public final class ApiKeys {
    private final Map<String, String> environment;
    private final SecretStore store;
    private final KeptKey gemini;
    private final Map<String, KeptKey> servers = new ConcurrentHashMap<>();

    /// @param environment as [System#getenv()]
    public ApiKeys(Map<String, String> environment, SecretStore store) {
        this.environment = environment;
        this.store = store;
        // In the order of Google's own client.
        gemini = key(List.of("GOOGLE_API_KEY", "GEMINI_API_KEY"), "gemini");
    }

    /// Google's.
    public KeptKey gemini() {
        return gemini;
    }

    /// The key of a server. Every server has its own: what was typed for one never goes to another.
    ///
    /// @param address e.g. `https://openrouter.ai/api/v1`
    public KeptKey server(String address) {
        return servers.computeIfAbsent(
                origin(address), origin -> key(List.of("OPENAI_API_KEY"), "server " + origin));
    }

    private KeptKey key(List<String> variables, String name) {
        return new KeptKey(variables, name, environment, store);
    }

    private static String origin(String address) {
        try {
            URI uri = URI.create(address.strip());
            return Optional.ofNullable(uri.getScheme()).orElse("")
                    + "://"
                    + Optional.ofNullable(uri.getAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            // No request goes there, so no key does.
            return address;
        }
    }

    @Override
    public String toString() {
        return "ApiKeys";
    }
}
