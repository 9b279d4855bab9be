package dev.easel.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says which address an import of a bundled module means, as the linking CDNs do.
///
/// @param from the module that imports
record Linker(Catalogue catalogue, LibraryFile.Linked from) implements ModuleText.Imports {
    private static final Pattern BARE =
            Pattern.compile("(@[\\w.-]+/)?[A-Za-z][\\w.-]*(/[\\w./-]*)?");

    /// @param specifier as the module writes it: `react`, `./Pass.js`, `three/addons/x.js`
    @Override
    public String address(String specifier) {
        if (!isBare(specifier) && !isRelative(specifier)) {
            return specifier;
        }
        Name name = name(specifier);
        return isBare(specifier) && from.linking().leaves(name.packageName())
                ? specifier
                : find(name)
                        .map(hit -> hit.library().address(hit.file(), from.linking()))
                        .orElse("https://esm.sh/" + name.packageName() + "/" + name.path());
    }

    @Override
    public boolean has(String specifier) {
        return (isBare(specifier) || isRelative(specifier))
                && (from.linking().leaves(name(specifier).packageName())
                        || find(name(specifier)).isPresent());
    }

    private static boolean isRelative(String specifier) {
        return specifier.startsWith("./") || specifier.startsWith("../");
    }

    private static boolean isBare(String specifier) {
        return BARE.matcher(specifier).matches();
    }

    private Name name(String specifier) {
        return isRelative(specifier)
                ? new Name(own(), path(specifier).replaceFirst("^/(\\.\\./)*", ""))
                : Name.of(specifier);
    }

    private String path(String specifier) {
        try {
            return new URI("/" + from.file()).resolve(specifier).getPath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not an import but a text that looks like one: it stays as it is.
            return specifier;
        }
    }

    private String own() {
        return from.library().entry().npmName();
    }

    private Optional<Catalogue.Hit> find(Name name) {
        return catalogue.find(
                new CdnAddress(
                        "npm:" + name.packageName(),
                        version(name.packageName()),
                        name.path(),
                        Optional.of(from.linking())));
    }

    private String version(String packageName) {
        if (packageName.equals(own())) {
            return from.library().version();
        }
        String needed =
                from.library()
                        .entry()
                        .needs()
                        .getOrDefault(packageName, "")
                        .replace("{version}", from.library().version());
        return from.linking().deps().getOrDefault(packageName, needed);
    }

    private record Name(String packageName, String path) {
        static Name of(String specifier) {
            int slash =
                    specifier.indexOf(
                            '/', specifier.startsWith("@") ? specifier.indexOf('/') + 1 : 0);
            return slash < 0
                    ? new Name(specifier, "")
                    : new Name(specifier.substring(0, slash), specifier.substring(slash + 1));
        }
    }
}
