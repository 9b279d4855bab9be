package dev.easel.preview.guard;

import dev.easel.preview.guard.ScriptParser.Goal;
import dev.easel.preview.guard.Structure.Eval;
import dev.easel.preview.guard.Structure.Function;
import dev.easel.preview.guard.Structure.Loop;
import dev.easel.preview.guard.Structure.Style;
import java.util.ArrayList;
import java.util.List;

/// What a script needs so that its loops and functions can be stopped: a call of the page's guard
/// in each, as insertions that change no line.
///
/// @param insertions in no order
/// @param ranges all loops and functions, inner ones before outer ones
record ScriptGuard(List<Insertion> insertions, List<Range> ranges) {
    /// The name of the guard in the page, see `bridge/guard.js`.
    static final String NAME = "$$ez";

    /// Counts down and looks at the clock when nothing is left. A property of a global object costs
    /// about a nanosecond, which a call does not. A look can fail where the stack ends, so the
    /// count may go below nothing. No `<` and no `&`, since this also goes into XML.
    private static final String CHECK = "--" + NAME + ".n>0||" + NAME + ".t";

    /// Lets a guarded file work where no guard is: in a worker, which cannot keep the window.
    private static final String PRELUDE =
            ";globalThis." + NAME + "||(globalThis." + NAME + "={n:1/0,t(){},e:x=>x});";

    /// @param firstNumber each check says its number, counted from here; 0 for silent checks, whose
    ///   place the engine's stacks tell
    /// @throws SyntaxProblem when the text is not a script of this kind
    static ScriptGuard of(String text, Goal goal, int firstNumber) {
        return of(ScriptParser.parse(text, goal), firstNumber);
    }

    /// As [#of], for a file of its own, which a worker may load too.
    static ScriptGuard ofFile(String text, Goal goal, int firstNumber) {
        Structure found = ScriptParser.parse(text, goal);
        ScriptGuard guard = of(found, firstNumber);
        if (!guard.insertions().isEmpty()) {
            guard.insertions().add(Insertion.opening(found.afterDirectives(), PRELUDE, -1, false));
        }
        return guard;
    }

    private static ScriptGuard of(Structure found, int firstNumber) {
        Checks checks = new Checks(firstNumber);
        List<Range> ranges = new ArrayList<>();
        for (Loop loop : found.loops()) {
            checks.add(loop.style(), loop.check(), loop.close(), loop.keyword(), true);
            ranges.add(new Range(loop.keyword(), loop.end(), true, loop.counted()));
        }
        for (Function f : found.functions()) {
            checks.add(f.style(), f.check(), f.close(), f.start(), false);
            ranges.add(new Range(f.start(), f.end(), false, false));
        }
        for (Eval eval : found.evals()) {
            checks.insertions.add(Insertion.opening(eval.from(), NAME + ".e(", -1, false));
            checks.insertions.add(Insertion.closing(eval.to(), ")"));
        }
        return new ScriptGuard(checks.insertions, ranges);
    }

    private static final class Checks {
        final List<Insertion> insertions = new ArrayList<>();
        private int number;

        Checks(int firstNumber) {
            number = firstNumber;
        }

        void add(Style style, int at, int close, int owner, boolean isLoop) {
            String call = CHECK + (number == 0 ? "()" : "(" + number++ + ")");
            String text =
                    switch (style) {
                        case STATEMENT -> call + ";";
                        case AFTER_DIRECTIVES -> ";" + call + ";";
                        case EXPRESSION -> call + ",";
                        case BLOCK -> "{" + call + ";";
                        case PARENTHESES -> "(" + call + ",";
                        case NONE -> "";
                    };
            if (style != Style.NONE) {
                insertions.add(Insertion.opening(at, text, owner, isLoop));
            }
            if (close >= 0) {
                insertions.add(Insertion.closing(close, style == Style.BLOCK ? "}" : ")"));
            }
        }
    }
}
