package dev.easel.library;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A CDN address of a package taken apart.
///
/// @param name the package, with the kind of name in front: `npm:three`, `cdnjs:three.js`,
///   `gh:mrdoob/three.js`
/// @param version as written; empty when the address names none
/// @param path inside the package, without leading slash; empty for the package itself
/// @param linking how the CDN rewrites the bare imports of the modules it serves; empty when it
///   serves files as they are
record CdnAddress(String name, String version, String path, Optional<Linking> linking) {

    /// Takes an address apart by host and path.
    ///
    /// @return empty for anything that is not plainly an address of a known CDN: other hosts, user
    ///   names, ports, dots or encoded characters that could lead somewhere else
    static Optional<CdnAddress> parse(URI address) {
        return CdnPath.of(address).flatMap(CdnHosts::read);
    }

    /// Whether modules are served with their imports made addresses.
    boolean linked() {
        return linking.isPresent();
    }

    /// What an address says of the imports of the modules behind it.
    ///
    /// @param external packages whose imports stay bare, for the page's import map; `*` is all
    /// @param deps package to the version that the page wants of it
    record Linking(Set<String> external, Map<String, String> deps) {
        static final Linking PLAIN = new Linking(Set.of(), Map.of());

        Linking {
            external = Set.copyOf(external);
            deps = Map.copyOf(deps);
        }

        /// Reads `external=react,react-dom&deps=react@18.2.0`; other parameters do not count.
        static Linking of(boolean allExternal, String query) {
            Set<String> external = new TreeSet<>(list(query, "external"));
            if (allExternal) {
                external.add("*");
            }
            Map<String, String> deps = new TreeMap<>();
            for (String dep : list(query, "deps")) {
                int at = dep.lastIndexOf('@');
                if (at > 0) {
                    deps.put(dep.substring(0, at), dep.substring(at + 1));
                }
            }
            return new Linking(external, deps);
        }

        private static List<String> list(String query, String key) {
            return CdnPath.parameters(query).stream()
                    .filter(p -> p.getKey().equals(key))
                    .flatMap(p -> List.of(p.getValue().split(",")).stream())
                    .filter(v -> !v.isEmpty())
                    .toList();
        }

        boolean leaves(String packageName) {
            return external.contains("*") || external.contains(packageName);
        }

        /// One spelling for one meaning, so that a module has one address.
        String query() {
            String outside =
                    external.stream()
                            .filter(e -> !e.equals("*"))
                            .sorted()
                            .collect(Collectors.joining(","));
            String versions =
                    new TreeMap<>(deps)
                            .entrySet().stream()
                                    .map(e -> e.getKey() + "@" + e.getValue())
                                    .collect(Collectors.joining(","));
            return (versions.isEmpty() ? "" : "?deps=" + versions)
                    + (outside.isEmpty()
                            ? ""
                            : (versions.isEmpty() ? "?" : "&") + "external=" + outside);
        }
    }
}
