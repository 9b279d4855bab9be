package dev.easel.library;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Host and checked path of an address that may be a CDN's.
///
/// @param host lower case
/// @param segments of the path, none empty, none `.` or `..`
/// @param query empty when there is none
record CdnPath(String host, List<String> segments, String query) {
    /// What paths of packages are made of; everything else, `%` first of all, is refused.
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9@._~^+=,:*&-]+");

    static Optional<CdnPath> of(URI address) {
        String host = address.getHost();
        String path = address.getRawPath();
        if (host == null || path == null || !plain(address)) {
            return Optional.empty();
        }
        List<String> segments =
                path.length() < 2
                        ? List.of()
                        : List.of(versionSigns(path).substring(1).split("/", -1));
        if (segments.size() > 1 && segments.getLast().isEmpty()) {
            segments = segments.subList(0, segments.size() - 1);
        }
        return segments.stream().allMatch(CdnPath::harmless)
                ? Optional.of(
                        new CdnPath(
                                host.toLowerCase(Locale.ROOT),
                                segments,
                                orEmpty(address.getRawQuery())))
                : Optional.empty();
    }

    /// Browsers write the `^` of a version range encoded; some pages encode the `@`.
    private static String versionSigns(String path) {
        return path.replace("%5E", "^").replace("%40", "@");
    }

    private static boolean plain(URI address) {
        String scheme = orEmpty(address.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return Set.of("http", "https").contains(scheme)
                && address.getRawUserInfo() == null
                && (address.getPort() == -1 || address.getPort() == usual);
    }

    private static boolean harmless(String segment) {
        return SEGMENT.matcher(segment).matches() && !segment.matches("\\.+");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    /// The segments from `index` on, joined.
    String rest(int index) {
        return index < segments.size()
                ? String.join("/", segments.subList(index, segments.size()))
                : "";
    }

    /// The decoded `key=value` pairs of a query, in their order; a key alone has an empty value,
    /// and what cannot be decoded is left out.
    static List<Map.Entry<String, String>> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(p -> !p.isEmpty())
                .map(p -> p.split("=", 2))
                .flatMap(p -> decoded(p[0], p.length > 1 ? p[1] : "").stream())
                .toList();
    }

    private static Optional<Map.Entry<String, String>> decoded(String key, String value) {
        try {
            return Optional.of(
                    Map.entry(
                            URLDecoder.decode(key, StandardCharsets.UTF_8),
                            URLDecoder.decode(value, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    CdnPath with(int index, String segment) {
        List<String> changed = new ArrayList<>(segments);
        changed.set(index, segment);
        return new CdnPath(host, List.copyOf(changed), query);
    }

    CdnPath withoutLast() {
        return new CdnPath(host, segments.subList(0, segments.size() - 1), query);
    }

    CdnPath from(int index) {
        return new CdnPath(
                host, segments.subList(Math.min(index, segments.size()), segments.size()), query);
    }
}
