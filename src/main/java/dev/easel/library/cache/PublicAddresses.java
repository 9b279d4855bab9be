package dev.easel.library.cache;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Which IP addresses are of the public internet, and not of this computer, this network or some
/// special use (RFC 6890 and its registries).
public final class PublicAddresses {
    private PublicAddresses() {}

    /// Whether a page's file may be fetched from there.
    public static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet6Address
                ? isPublic6(address.getAddress())
                : isPublic4(address.getAddress(), 0);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        int c = bytes[at + 2] & 0xFF;
        return switch (a) {
            case 0, 10, 127 -> false;
            // Shared by the customers of a provider.
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> !(b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99));
            // Benchmarks, and documentation.
            case 198 -> !(b == 18 || b == 19 || (b == 51 && c == 100));
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        // NAT64 carries an IPv4 address, which may be a private one.
        if (first == 0x64 && second == 0xFF9B) {
            return isPublic4(bytes, 12);
        }
        // 6to4 as well.
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        // 2001:0000 is Teredo, 2001:db8 documentation; 2000::/3 is all that is given out.
        return (first & 0xE000) == 0x2000 && !(first == 0x2001 && (second == 0 || second == 0xDB8));
    }
}
