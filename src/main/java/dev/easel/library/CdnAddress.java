package dev.easel.library;

import java.net.URI;
import java.util.Optional;

/// A CDN address taken apart.
///
/// @param name the package, with the kind of name in front: `npm:three`, `cdnjs:three.js`,
///   `gh:mrdoob/three.js`
/// @param version as written; empty when the address names none
/// @param path inside the package, without leading slash; empty for the package itself
/// @param linked the CDN rewrites the bare imports of the modules it serves
/// @param base absolute address of the package's root, ending with `/`
/// @param suffix what the CDN wants after a path to serve it linked, e.g. `/+esm`
public record CdnAddress(
        String name, String version, String path, boolean linked, String base, String suffix) {

    /// Takes an address apart by host and path.
    ///
    /// @return empty for anything that is not plainly an address of a known CDN: other hosts, user
    ///   names, ports, dots or encoded characters that could lead somewhere else
    public static Optional<CdnAddress> parse(URI address) {
        return CdnPath.of(address).flatMap(CdnHosts::read);
    }

    /// The address of another file of the package on the same CDN.
    String of(String otherPath) {
        return base + otherPath + suffix;
    }
}
