package dev.easel.preview.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in the head of a loop. Tells loops that count towards a limit from those that may go
/// on for ever. A guess: the body may do anything.
///
/// @param test empty when there is none
/// @param update what a `for` does after each turn; empty for none
/// @param isOverCollection whether it is `for (a of b)` or `for (a in b)`
record LoopHead(String test, String update, boolean isOverCollection) {
    static final LoopHead COLLECTION = new LoopHead("", "", true);

    private static final Pattern TEST =
            Pattern.compile("\\s*([\\w$]+)\\s*(<=?|>=?|!==?)\\s*(?!=)[^=]+");

    /// `while (n--)`, `while (--n > 0)`.
    private static final Pattern COUNTDOWN =
            Pattern.compile("\\s*(?:--\\s*[\\w$]+|[\\w$]+\\s*--)\\s*(?:>=?\\s*\\d+)?\\s*");

    boolean isCounted() {
        if (isOverCollection || COUNTDOWN.matcher(test).matches()) {
            return true;
        }
        Matcher matcher = TEST.matcher(test);
        return matcher.lookingAt() && moves(matcher.group(1), matcher.group(2));
    }

    private boolean moves(String counter, String operator) {
        boolean up = steps(counter, "\\+") || steps(counter, "\\*");
        boolean down = steps(counter, "-");
        return switch (operator.charAt(0)) {
            case '<' -> up && !down;
            case '>' -> down && !up;
            default -> up != down;
        };
    }

    private boolean steps(String counter, String sign) {
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
