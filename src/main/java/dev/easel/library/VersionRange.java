package dev.easel.library;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version that an address asks for: exact, a part (`18`, `4.x`), a range as npm writes it
/// (`^1.2`, `~1.2`, `>=1 <3`, `1 || 2`), or a word (`latest`), which like no version at all means
/// any.
///
/// @param text as written, e.g. `^18.2.0`
/// @param alternatives one of them has to hold; none means that any version will do
record VersionRange(String text, List<List<Bounds>> alternatives) {
    private static final Pattern PART =
            Pattern.compile("(\\^|~|>=|<=|>|<|=)?\\s*v?((?:\\d+|r\\d+)[^\\s,]*)");

    /// From `low`, to before `high`.
    record Bounds(Version low, Version high) {
        boolean holds(Version version) {
            return version.compareTo(low) >= 0 && version.compareTo(high) < 0;
        }
    }

    static VersionRange of(String text) {
        return new VersionRange(
                text,
                Arrays.stream(text.replace("%20", " ").split("\\|\\|"))
                        .map(VersionRange::bounds)
                        .filter(b -> !b.isEmpty())
                        .toList());
    }

    private static List<Bounds> bounds(String text) {
        return PART.matcher(text).results().map(m -> bounds(m.group(1), m.group(2))).toList();
    }

    private static Bounds bounds(@Nullable String sign, String written) {
        Version v = Version.parse(written).orElseThrow();
        Version most = new Version(Long.MAX_VALUE, 0, 0);
        return switch (sign == null ? "" : sign) {
            case "^" -> new Bounds(v, compatible(v, written));
            case "~" -> new Bounds(v, parts(written) == 1 ? nextMajor(v) : nextMinor(v));
            case ">=" -> new Bounds(v, most);
            case ">" -> new Bounds(after(v, written), most);
            case "<" -> new Bounds(new Version(0, 0, 0), v);
            case "<=" -> new Bounds(new Version(0, 0, 0), after(v, written));
            default -> new Bounds(v, after(v, written));
        };
    }

    /// Up to the first number that is not 0, as far as one was written: `^0.2` is `0.2.x`.
    private static Version compatible(Version v, String written) {
        if (v.major() > 0 || parts(written) == 1) {
            return nextMajor(v);
        }
        return v.minor() > 0 || parts(written) == 2
                ? nextMinor(v)
                : new Version(0, 0, v.patch() + 1);
    }

    /// The first version that a written one does not mean: `4.1` means all of 4.1.
    private static Version after(Version v, String written) {
        return switch (parts(written)) {
            case 1 -> nextMajor(v);
            case 2 -> nextMinor(v);
            default -> new Version(v.major(), v.minor(), v.patch() + 1);
        };
    }

    private static Version nextMajor(Version v) {
        return new Version(v.major() + 1, 0, 0);
    }

    private static Version nextMinor(Version v) {
        return new Version(v.major(), v.minor() + 1, 0);
    }

    /// How many numbers were written; `r128` is a whole version.
    private static int parts(String written) {
        Matcher numbers = Pattern.compile("\\d+(\\.\\d+)?(\\.\\d+)?").matcher(written);
        if (written.startsWith("r") || !numbers.lookingAt()) {
            return 3;
        }
        return numbers.group(1) == null ? 1 : numbers.group(2) == null ? 2 : 3;
    }

    boolean holds(Version version) {
        return alternatives.isEmpty()
                || alternatives.stream()
                        .anyMatch(all -> all.stream().allMatch(b -> b.holds(version)));
    }

    /// The version to be near to when none holds; empty when any will do.
    Optional<Version> wanted() {
        return alternatives.stream()
                .flatMap(List::stream)
                .map(b -> b.low().equals(new Version(0, 0, 0)) ? b.high() : b.low())
                .findFirst();
    }
}
