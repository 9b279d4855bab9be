package dev.easel.library;

import dev.easel.library.CdnAddress.Linking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The path shapes of the CDNs that generated pages use.
final class CdnHosts {
    private static final String ESM = "+esm";
    private static final Pattern JQUERY =
            Pattern.compile(
                    "(?:ui/)?jquery-(?:latest|(\\d[\\d.]*\\d))((?:\\.slim|\\.ui)?(?:\\.min)?\\.js)");
    private static final Pattern D3 = Pattern.compile("d3(?:\\.v(\\d+))?((?:\\.min)?\\.js)");

    /// What ajax.googleapis.com calls otherwise than cdnjs.
    private static final Map<String, String> GOOGLE_NAMES =
            Map.of("threejs", "three.js", "d3js", "d3", "jqueryui", "jqueryui");

    private CdnHosts() {}

    static Optional<CdnAddress> read(CdnPath path) {
        return switch (path.host()) {
            case "unpkg.com", "www.unpkg.com", "npmcdn.com" -> unpkg(path);
            case "cdn.jsdelivr.net", "fastly.jsdelivr.net", "gcore.jsdelivr.net" -> jsdelivr(path);
            case "esm.run" -> npm(path, Optional.of(Linking.PLAIN));
            case "cdnjs.cloudflare.com" -> cdnjs(path);
            case "ajax.googleapis.com" -> cdnjs(path).map(CdnHosts::googleName);
            case "esm.sh", "cdn.esm.sh" -> esmSh(path);
            case "cdn.skypack.dev" -> skypack(path);
            case "ga.jspm.io" -> jspm(path);
            case "threejs.org", "www.threejs.org" ->
                    Optional.of(plain("npm:three", "", path.rest(0)));
            case "d3js.org" -> d3(path);
            case "code.jquery.com" -> jquery(path);
            case "cdn.tailwindcss.com" -> Optional.of(tailwind(path));
            case "stackpath.bootstrapcdn.com",
                    "maxcdn.bootstrapcdn.com",
                    "netdna.bootstrapcdn.com" ->
                    bootstrap(path);
            case "use.fontawesome.com" -> fontAwesome(path);
            default -> Optional.empty();
        };
    }

    private static CdnAddress plain(String name, String version, String path) {
        return new CdnAddress(name, version, path, Optional.empty());
    }

    private static Optional<CdnAddress> unpkg(CdnPath path) {
        boolean module = List.of(path.query().split("&")).contains("module");
        return npm(path, module ? Optional.of(Linking.PLAIN) : Optional.empty());
    }

    private static Optional<CdnAddress> jsdelivr(CdnPath path) {
        boolean linked = path.segments().size() > 2 && path.segments().getLast().equals(ESM);
        CdnPath file = linked ? path.withoutLast() : path;
        return switch (path.segment(0)) {
            case "npm" -> npm(file.from(1), linked ? Optional.of(Linking.PLAIN) : Optional.empty());
            case "gh" -> gitHub(file);
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
        return Optional.of(plain(name, repository.version(), path.rest(3)));
    }

    /// `/ajax/libs/library/version/path`
    private static Optional<CdnAddress> cdnjs(CdnPath path) {
        return path.segments().size() < 5 || !path.rest(0).startsWith("ajax/libs/")
                ? Optional.empty()
                : Optional.of(
                        plain(
                                "cdnjs:" + path.segment(2),
                                revision(path.segment(2), path.segment(3)),
                                path.rest(4)));
    }

    /// cdnjs has three.js r110 as version `110`.
    private static String revision(String library, String version) {
        return library.equals("three.js") && version.matches("\\d{2,3}") ? "r" + version : version;
    }

    private static CdnAddress googleName(CdnAddress a) {
        String name = a.name().substring("cdnjs:".length());
        return plain("cdnjs:" + GOOGLE_NAMES.getOrDefault(name, name), a.version(), a.path());
    }

    /// `/name@version/path?external=...`, perhaps after `/v135` or `/stable`, perhaps with a `*`
    /// before the name that leaves all imports bare, perhaps with `&external=...` behind the
    /// version.
    private static Optional<CdnAddress> esmSh(CdnPath path) {
        CdnPath rest = path.segment(0).matches("v\\d+|stable") ? path.from(1) : path;
        boolean all = rest.segment(0).startsWith("*");
        CdnPath named = all ? rest.with(0, rest.segment(0).substring(1)) : rest;
        String inPath = path.rest(0).replaceFirst("^[^&]*&?", "").replaceFirst("/.*", "");
        return npm(named, Optional.of(Linking.of(all, path.query() + "&" + inPath)));
    }

    /// `/name@version/path`, or pinned and already built: `/pin/name@v1-hash/mode=imports/...`
    private static Optional<CdnAddress> skypack(CdnPath path) {
        boolean pinned = path.segment(0).equals("pin") || path.segment(0).equals("-");
        return npm(pinned ? path.from(1) : path, Optional.of(Linking.PLAIN))
                .map(a ->
                        a.path().contains("=")
                                ? new CdnAddress(a.name(), a.version(), "", a.linking())
                                : a);
    }

    /// `/npm:name@version/path`
    private static Optional<CdnAddress> jspm(CdnPath path) {
        return path.segment(0).startsWith("npm:")
                ? npm(
                        path.with(0, path.segment(0).substring("npm:".length())),
                        Optional.of(Linking.PLAIN))
                : Optional.empty();
    }

    /// `/d3.v7.min.js`
    private static Optional<CdnAddress> d3(CdnPath path) {
        Matcher file = D3.matcher(path.rest(0));
        return file.matches()
                ? Optional.of(plain("npm:d3", orEmpty(file.group(1)), "dist/d3" + file.group(2)))
                : Optional.empty();
    }

    /// `/jquery-3.7.1.slim.min.js`, `/jquery-latest.js`, `/ui/1.13.2/jquery-ui.min.js`
    private static Optional<CdnAddress> jquery(CdnPath path) {
        if (path.segment(0).equals("ui") && path.segments().size() > 2) {
            return Optional.of(plain("cdnjs:jqueryui", path.segment(1), path.rest(2)));
        }
        Matcher file = JQUERY.matcher(path.rest(0));
        return file.matches()
                ? Optional.of(
                        plain("npm:jquery", orEmpty(file.group(1)), "dist/jquery" + file.group(2)))
                : Optional.empty();
    }

    /// `/`, `/3.4.1`, each with `?plugins=forms,typography`
    private static CdnAddress tailwind(CdnPath path) {
        boolean plugins =
                CdnPath.parameters(path.query()).stream()
                        .anyMatch(p -> p.getKey().equals("plugins"));
        return plain(
                "npm:tailwindcss-cdn",
                path.segment(0),
                plugins ? "tailwindcss-with-all-plugins.js" : "");
    }

    /// `/bootstrap/4.5.2/css/bootstrap.min.css`, `/font-awesome/4.7.0/css/font-awesome.min.css`
    private static Optional<CdnAddress> bootstrap(CdnPath path) {
        return path.segments().size() < 3
                ? Optional.empty()
                : Optional.of(plain("cdnjs:" + path.segment(0), path.segment(1), path.rest(2)));
    }

    /// `/releases/v6.5.1/css/all.css`
    private static Optional<CdnAddress> fontAwesome(CdnPath path) {
        return path.segment(0).equals("releases") && path.segments().size() > 2
                ? Optional.of(plain("cdnjs:font-awesome", path.segment(1), path.rest(2)))
                : Optional.empty();
    }

    /// `name@version/path` or `@scope/name@version/path`
    private static Optional<CdnAddress> npm(CdnPath path, Optional<Linking> linking) {
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
                        linking));
    }

    /// The parts of `/combine/npm/a@1/b.js,npm/c`.
    static List<CdnAddress> combined(CdnPath path) {
        List<CdnAddress> result = new ArrayList<>();
        for (String part : path.rest(1).split(",")) {
            jsdelivr(new CdnPath(path.host(), List.of(part.split("/")), "")).ifPresent(result::add);
        }
        return result;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// `name@version`; what esm.sh puts behind a version (`&external=...`) and a skypack pin's hash
    /// are no part of it.
    private record Versioned(String name, String version) {
        static Versioned of(String segment) {
            int at = segment.indexOf('@');
            return at < 0
                    ? new Versioned(segment, "")
                    : new Versioned(
                            segment.substring(0, at),
                            segment.substring(at + 1)
                                    .replaceFirst("&.*", "")
                                    .replaceFirst("-[A-Za-z0-9]{16,}$", ""));
        }
    }
}
