package dev.easel.library.cache;

import java.util.Set;

/// Hosts that serve the published libraries of everybody. Whoever writes a page cannot read what
/// was asked of them, so a page cannot use them to send anything to its author.
final class CdnNames {
    private static final Set<String> HOSTS =
            Set.of(
                    "unpkg.com",
                    "cdn.jsdelivr.net",
                    "fastly.jsdelivr.net",
                    "esm.run",
                    "cdnjs.cloudflare.com",
                    "esm.sh",
                    "cdn.skypack.dev",
                    "ga.jspm.io",
                    "d3js.org",
                    "threejs.org",
                    "cdn.tailwindcss.com",
                    "fonts.googleapis.com",
                    "fonts.gstatic.com",
                    "ajax.googleapis.com",
                    "www.gstatic.com",
                    "code.jquery.com",
                    "stackpath.bootstrapcdn.com",
                    "maxcdn.bootstrapcdn.com",
                    "use.fontawesome.com",
                    "cdn.babylonjs.com",
                    "cdn.plot.ly",
                    "cdn.socket.io");

    private CdnNames() {}

    static boolean contains(String host) {
        return HOSTS.contains(host);
    }
}
