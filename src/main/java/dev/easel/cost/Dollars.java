package dev.easel.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of money as people read and type them; in between they are billionths of a US dollar.
public final class Dollars {
    private static final int NANO = 9;
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");
    private static final Pattern TYPED = Pattern.compile("\\$?\\s*(\\d{1,6}(?:\\.\\d{0,9})?)");

    private Dollars() {}

    /// E.g. `$12.40`, `$0.0061`, `<$0.0001`, `$0.00`.
    public static String text(long nanoUsd) {
        BigDecimal dollars = BigDecimal.valueOf(nanoUsd, NANO);
        if (dollars.signum() == 0 || dollars.compareTo(TENTH) >= 0) {
            return "$" + dollars.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
        if (dollars.compareTo(SMALLEST) < 0) {
            return "<$" + SMALLEST.toPlainString();
        }
        BigDecimal rounded = dollars.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return "$" + (rounded.scale() < 2 ? rounded.setScale(2) : rounded).toPlainString();
    }

    /// The exact amount for machines, e.g. `0.0061` or `2`.
    public static String plain(long nanoUsd) {
        return BigDecimal.valueOf(nanoUsd, NANO).stripTrailingZeros().toPlainString();
    }

    /// Reads an amount such as `5`, `2.50` or `$0.1`.
    ///
    /// @return billionths of a US dollar; empty when it is no such amount
    public static Optional<Long> parse(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        return matcher.matches()
                ? Optional.of(
                        new BigDecimal(matcher.group(1)).movePointRight(NANO).longValueExact())
                : Optional.empty();
    }

    /// The next amount that people would choose as a limit: 1, 2 or 5 and zeros, at least a cent.
    static long round(long atLeastNano) {
        long step = 10_000_000;
        while (step < atLeastNano) {
            if (2 * step >= atLeastNano) {
                return 2 * step;
            }
            if (5 * step >= atLeastNano) {
                return 5 * step;
            }
            step *= 10;
        }
        return step;
    }
}
