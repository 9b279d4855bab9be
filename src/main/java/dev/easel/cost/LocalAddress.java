package dev.easel.cost;

import java.net.URI;
import java.util.Locale;

/// Addresses of servers.
public final class LocalAddress {
    private LocalAddress() {}

    /// Whether a server is on this computer, by its address alone: no name is looked up.
    ///
    /// @param address e.g. `http://localhost:11434/v1`; anything else is not on this computer
    public static boolean isLocal(String address) {
        String host;
        try {
            host = URI.create(address.strip()).getHost();
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
