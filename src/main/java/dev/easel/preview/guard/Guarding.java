package dev.easel.preview.guard;

import dev.easel.preview.guard.ScriptParser.Goal;
import java.util.ArrayList;
import java.util.List;

/// Puts checks into the files of a page.
///
/// A script that does not parse stays as it is: an engine refuses it as a whole, and says where.
/// Pure functions, for any thread; a few milliseconds for a file of 2,000 lines.
final class Guarding {
    private Guarding() {}

    /// An HTML document.
    ///
    /// @param own what else goes into it
    static GuardedText html(String document, List<Insertion> own) {
        return embedded(document, Markup.html(document), own, 0);
    }

    /// An SVG or XHTML document.
    ///
    /// @param own what else goes into it
    static GuardedText xml(String document, List<Insertion> own) {
        return embedded(document, Markup.xml(document), own, 0);
    }

    /// A script file; whether it is a module is seen from what is in it.
    static GuardedText script(String script) {
        return file(script, 0);
    }

    /// What a page makes at run time.
    ///
    /// @param firstNumber of its checks
    static GuardedText made(MadeKind kind, String code, int firstNumber) {
        return switch (kind) {
            case SCRIPT -> any(code, firstNumber, Goal.SCRIPT, Goal.MODULE);
            case BODY, HANDLER -> any(code, firstNumber, Goal.BODY);
            case ASYNC_BODY -> any(code, firstNumber, Goal.ASYNC_BODY);
            case HTML -> embedded(code, Markup.html(code), List.of(), firstNumber);
            case FILE -> file(code, firstNumber);
        };
    }

    private static GuardedText file(String script, int firstNumber) {
        for (Goal goal : List.of(Goal.SCRIPT, Goal.MODULE)) {
            try {
                return whole(script, ScriptGuard.ofFile(script, goal, firstNumber));
            } catch (SyntaxProblem e) {
                // Then it is the other kind, or none, which the engine refuses too.
            }
        }
        return GuardedText.of(script, List.of(), List.of());
    }

    private static GuardedText any(String code, int firstNumber, Goal... goals) {
        for (Goal goal : goals) {
            try {
                return whole(code, ScriptGuard.of(code, goal, firstNumber));
            } catch (SyntaxProblem e) {
                // Perhaps it is of another kind, perhaps it is no script at all.
            }
        }
        return GuardedText.of(code, List.of(), List.of());
    }

    private static GuardedText whole(String script, ScriptGuard guard) {
        return GuardedText.of(script, guard.insertions(), guard.ranges());
    }

    private static GuardedText embedded(
            String document, List<Embedded> scripts, List<Insertion> own, int firstNumber) {
        List<Insertion> insertions = new ArrayList<>(own);
        List<Range> ranges = new ArrayList<>();
        for (Embedded script : scripts) {
            boolean isPlaced = script.where() == Embedded.Where.HTML_SCRIPT && firstNumber == 0;
            try {
                int number = isPlaced ? 0 : firstNumber + insertions.size() + 1;
                ScriptGuard guard = ScriptGuard.of(script.code(), script.goal(), number);
                guard.insertions().forEach(i -> insertions.add(script.placed(i)));
                guard.ranges().forEach(r -> ranges.add(r.shifted(script.place())));
            } catch (SyntaxProblem e) {
                // The engine refuses it too.
            }
        }
        return GuardedText.of(document, insertions, ranges);
    }
}
