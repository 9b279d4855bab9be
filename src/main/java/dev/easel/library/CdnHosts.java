package dev.easel.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The path shapes of the CDNs that generated pages use.
final class CdnHosts {
    private static final String ESM = "+esm";

    private CdnHosts() {}

    static Optional<CdnAddress> read(CdnPath path) {
        return switch (path.host()) {
            case "unpkg.com", "www.unpkg.com" -> unpkg(path);
            case "cdn.jsdelivr.net", "fastly.jsdelivr.net" -> jsdelivr(path);
            case "esm.run" -> npm("cdn.jsdelivr.net/npm", path, true, "/" + ESM);
            case "cdnjs.cloudflare.com" -> cdnjs(path);
            case "esm.sh", "cdn.esm.sh" -> npm("esm.sh", esmSh(path), true, "");
            case "cdn.skypack.dev" -> skypack(path);
            case "ga.jspm.io" -> jspm(path);
            case "threejs.org", "www.threejs.org" -> threejs(path);
            default -> Optional.empty();
        };
    }

    private static Optional<CdnAddress> unpkg(CdnPath path) {
        boolean module = List.of(path.query().split("&")).contains("module");
        return npm(path.host(), path, module, module ? "?module" : "");
    }

    private static Optional<CdnAddress> jsdelivr(CdnPath path) {
        boolean linked = path.segments().size() > 2 && path.segments().getLast().equals(ESM);
        CdnPath plain =
                linked
                        ? new CdnPath(
                                path.host(),
                                path.segments().subList(0, path.segments().size() - 1),
                                path.query())
                        : path;
        String suffix = linked ? "/" + ESM : "";
        return switch (path.segment(0)) {
            case "npm" -> npm(path.host() + "/npm", plain.from(1), linked, suffix);
            case "gh" -> gitHub(plain);
            default -> Optional.empty();
        };
    }

    /// `/gh/owner/repository@version/path`
    private static Optional<CdnAddress> gitHub(CdnPath path) {
        if (path.segments().size() < 4) {
            return Optional.empty();
        }
        Versioned repository = Versioned.of(path.segment(2));
        String name = "gh:" + path.segment(1) + "/" + repository.name();
        String base = "https://" + path.host() + "/gh/" + path.segment(1) + "/" + path.segment(2);
        return Optional.of(
                new CdnAddress(name, repository.version(), path.rest(3), false, base + "/", ""));
    }

    /// `/ajax/libs/library/version/path`
    private static Optional<CdnAddress> cdnjs(CdnPath path) {
        if (path.segments().size() < 5 || !path.rest(0).startsWith("ajax/libs/")) {
            return Optional.empty();
        }
        String base = "https://" + path.host() + "/ajax/libs/" + path.segment(2) + "/";
        return Optional.of(
                new CdnAddress(
                        "cdnjs:" + path.segment(2),
                        path.segment(3),
                        path.rest(4),
                        false,
                        base + path.segment(3) + "/",
                        ""));
    }

    /// Drops `/v135`, `/stable` and the `*` that leaves dependencies outside.
    private static CdnPath esmSh(CdnPath path) {
        CdnPath rest = path.segment(0).matches("v\\d+|stable") ? path.from(1) : path;
        if (!rest.segment(0).startsWith("*")) {
            return rest;
        }
        List<String> segments = new ArrayList<>(rest.segments());
        segments.set(0, segments.getFirst().substring(1));
        return new CdnPath(rest.host(), segments, rest.query());
    }

    /// `/name@version/path`, or pinned and already built: `/pin/name@v1-hash/mode=imports/...`
    private static Optional<CdnAddress> skypack(CdnPath path) {
        boolean pinned = path.segment(0).equals("pin") || path.segment(0).equals("-");
        return npm(path.host(), pinned ? path.from(1) : path, true, "")
                .map(a -> a.path().contains("=") ? withPath(a, "") : a);
    }

    /// `/npm:name@version/path`
    private static Optional<CdnAddress> jspm(CdnPath path) {
        if (!path.segment(0).startsWith("npm:")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>(path.segments());
        segments.set(0, segments.getFirst().substring("npm:".length()));
        return npm("unpkg.com", new CdnPath(path.host(), segments, ""), true, "?module");
    }

    private static Optional<CdnAddress> threejs(CdnPath path) {
        return Optional.of(
                new CdnAddress(
                        "npm:three", "", path.rest(0), false, "https://" + path.host() + "/", ""));
    }

    /// `name@version/path` or `@scope/name@version/path`
    private static Optional<CdnAddress> npm(
            String root, CdnPath path, boolean linked, String suffix) {
        int scope = path.segment(0).startsWith("@") ? 1 : 0;
        Versioned name = Versioned.of(path.segment(scope));
        if (name.name().isEmpty()) {
            return Optional.empty();
        }
        String prefix = scope == 1 ? path.segment(0) + "/" : "";
        return Optional.of(
                new CdnAddress(
                        "npm:" + prefix + name.name(),
                        name.version(),
                        path.rest(scope + 1),
                        linked,
                        "https://" + root + "/" + prefix + path.segment(scope) + "/",
                        suffix));
    }

    private static CdnAddress withPath(CdnAddress a, String path) {
        return new CdnAddress(a.name(), a.version(), path, a.linked(), a.base(), a.suffix());
    }

    /// `name@version`; a skypack pin's hash is no part of the version.
    private record Versioned(String name, String version) {
        static Versioned of(String segment) {
            int at = segment.indexOf('@');
            return at < 0
                    ? new Versioned(segment, "")
                    : new Versioned(
                            segment.substring(0, at),
                            segment.substring(at + 1).replaceFirst("-[A-Za-z0-9]{16,}$", ""));
        }
    }
}
