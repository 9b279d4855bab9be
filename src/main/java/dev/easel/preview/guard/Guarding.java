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
    static GuardedText html(String document, List<Insertion> own) {
        return embedded(document, Markup.html(document), own);
    }

    /// An SVG or XHTML document.
    static GuardedText xml(String document, List<Insertion> own) {
        return embedded(document, Markup.xml(document), own);
    }

    /// A script file; whether it is a module is seen from what is in it.
    static GuardedText script(String script) {
        try {
            return whole(script, ScriptGuard.ofFile(script, Goal.SCRIPT));
        } catch (SyntaxProblem e) {
            return module(script);
        }
    }

    private static GuardedText module(String script) {
        try {
            return whole(script, ScriptGuard.ofFile(script, Goal.MODULE));
        } catch (SyntaxProblem e) {
            return GuardedText.of(script, List.of(), List.of());
        }
    }

    /// A script that a page made, or the inside of a function.
    static GuardedText made(String code, Goal goal) {
        try {
            return whole(code, ScriptGuard.of(code, goal));
        } catch (SyntaxProblem e) {
            return goal == Goal.SCRIPT
                    ? made(code, Goal.MODULE)
                    : GuardedText.of(code, List.of(), List.of());
        }
    }

    private static GuardedText whole(String script, ScriptGuard guard) {
        return GuardedText.of(script, guard.insertions(), guard.ranges());
    }

    private static GuardedText embedded(
            String document, List<Embedded> scripts, List<Insertion> own) {
        List<Insertion> insertions = new ArrayList<>(own);
        List<Range> ranges = new ArrayList<>();
        for (Embedded script : scripts) {
            try {
                ScriptGuard guard = ScriptGuard.of(script.code(), script.goal());
                guard.insertions().forEach(i -> insertions.add(i.shifted(script.place())));
                guard.ranges().forEach(r -> ranges.add(r.shifted(script.place())));
            } catch (SyntaxProblem e) {
                // The engine refuses it too.
            }
        }
        return GuardedText.of(document, insertions, ranges);
    }
}
