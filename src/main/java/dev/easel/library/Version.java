package dev.easel.library;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Three numbers of a version; what follows them (`-beta.1`) does not count.
record Version(long major, long minor, long patch) implements Comparable<Version> {
    private static final Comparator<Version> ORDER =
            Comparator.comparingLong(Version::major)
                    .thenComparingLong(Version::minor)
                    .thenComparingLong(Version::patch);

    private static final Pattern NUMBERS =
            Pattern.compile("v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*", Pattern.DOTALL);

    /// three.js counted revisions: r128 is 0.128.0.
    private static final Pattern REVISION = Pattern.compile("r(\\d+)(?:\\.(\\d+))?");

    /// @return empty when the text does not begin with a number
    static Optional<Version> parse(String text) {
        Matcher revision = REVISION.matcher(text);
        if (revision.matches()) {
            return Optional.of(
                    new Version(0, number(revision.group(1)), number(revision.group(2))));
        }
        Matcher m = NUMBERS.matcher(text);
        return m.matches()
                ? Optional.of(
                        new Version(number(m.group(1)), number(m.group(2)), number(m.group(3))))
                : Optional.empty();
    }

    private static long number(@Nullable String digits) {
        return digits == null
                ? 0
                : new BigInteger(digits).min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /// Nearer versions first; of two as near, the newer. The minor number says something only
    /// within the same major one, and so on.
    static Comparator<Version> nearest(Version wanted) {
        return Comparator.<Version>comparingLong(v -> Math.abs(v.major - wanted.major))
                .thenComparingLong(
                        v -> v.major == wanted.major ? Math.abs(v.minor - wanted.minor) : 0)
                .thenComparingLong(v ->
                        v.major == wanted.major && v.minor == wanted.minor
                                ? Math.abs(v.patch - wanted.patch)
                                : 0)
                .thenComparing(Comparator.<Version>reverseOrder());
    }
}
