package dev.easel.preview.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells loops that count towards a limit from those that may go on for ever by what stands in
/// their heads. A guess: the body may do anything.
final class LoopHead {
    private static final Pattern TEST =
            Pattern.compile("\\s*([\\w$]+)\\s*(<=?|>=?|!==?)\\s*(?!=)[^=]+");

    /// `while (n--)`, `while (--n > 0)`.
    private static final Pattern COUNTDOWN =
            Pattern.compile("\\s*(?:--\\s*[\\w$]+|[\\w$]+\\s*--)\\s*(?:>=?\\s*\\d+)?\\s*");

    private LoopHead() {}

    /// @param initial may be empty, like the others
    static boolean isCounted(String initial, String test, String update) {
        if (COUNTDOWN.matcher(test).matches()) {
            return true;
        }
        Matcher matcher = TEST.matcher(test);
        return matcher.lookingAt() && moves(matcher.group(1), matcher.group(2), update);
    }

    private static boolean moves(String counter, String operator, String update) {
        boolean up = steps(counter, "\\+", update) || steps(counter, "\\*", update);
        boolean down = steps(counter, "-", update);
        return switch (operator.charAt(0)) {
            case '<' -> up && !down;
            case '>' -> down && !up;
            default -> up != down;
        };
    }

    private static boolean steps(String counter, String sign, String update) {
        String name = Pattern.quote(counter);
        String step =
                "(?<![\\w$.])(?:"
                        + (sign + sign)
                        + "\\s*"
                        + name
                        + "|"
                        + name
                        + "\\s*(?:"
                        + (sign + sign)
                        + "|"
                        + sign
                        + "=\\s*[^-]))";
        return Pattern.compile(step).matcher(update).find();
    }
}
