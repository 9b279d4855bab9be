package dev.easel.library.cache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/// Names become addresses here, and the client connects to exactly the ones returned, so a name
/// server cannot answer differently a second time. One address that is not allowed spoils all.
final class CheckedNames implements Dns {
    /// Asks for the addresses of a name.
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;

    CheckedNames(Resolver resolver, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /// The system's names, public addresses only.
    static CheckedNames ofTheSystem() {
        return new CheckedNames(
                host -> List.of(InetAddress.getAllByName(host)), PublicAddresses::contains);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = List.copyOf(resolver.resolve(host));
        if (!addresses.stream().allMatch(allowed)) {
            throw new NotPublic(host);
        }
        return addresses;
    }

    /// A name that leads to a place where pages have no business.
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host);
        }
    }
}
