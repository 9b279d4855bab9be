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
    static final String NAME = "$$easel";

    private static final String CALL = NAME + "()";

    /// Lets a guarded file work where no guard is: in a worker, which cannot keep the window.
    private static final String PRELUDE =
            ";globalThis." + NAME + "||(globalThis." + NAME + "=Object.assign(()=>{},{e:x=>x}));";

    /// @throws SyntaxProblem when the text is not a script of this kind
    static ScriptGuard of(String text, Goal goal) {
        return of(ScriptParser.parse(text, goal));
    }

    /// As [#of(String, Goal)], for a file of its own, which a worker may load too.
    static ScriptGuard ofFile(String text, Goal goal) {
        Structure found = ScriptParser.parse(text, goal);
        ScriptGuard guard = of(found);
        if (!guard.insertions().isEmpty()) {
            guard.insertions().add(Insertion.opening(found.afterDirectives(), PRELUDE, -1, false));
        }
        return guard;
    }

    private static ScriptGuard of(Structure found) {
        List<Insertion> insertions = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        for (Loop loop : found.loops()) {
            insert(insertions, loop.style(), loop.check(), loop.close(), loop.keyword(), true);
            ranges.add(new Range(loop.keyword(), loop.end(), true, loop.counted()));
        }
        for (Function f : found.functions()) {
            insert(insertions, f.style(), f.check(), f.close(), f.start(), false);
            ranges.add(new Range(f.start(), f.end(), false, false));
        }
        for (Eval eval : found.evals()) {
            insertions.add(Insertion.opening(eval.from(), NAME + ".e(", -1, false));
            insertions.add(Insertion.closing(eval.to(), ")"));
        }
        return new ScriptGuard(insertions, ranges);
    }

    private static void insert(
            List<Insertion> to, Style style, int at, int close, int owner, boolean isLoop) {
        switch (style) {
            case STATEMENT -> to.add(Insertion.opening(at, CALL + ";", owner, isLoop));
            case AFTER_DIRECTIVES -> to.add(Insertion.opening(at, ";" + CALL + ";", owner, isLoop));
            case EXPRESSION -> to.add(Insertion.opening(at, CALL + ",", owner, isLoop));
            case BLOCK -> {
                to.add(Insertion.opening(at, "{" + CALL + ";", owner, isLoop));
                to.add(Insertion.closing(close, "}"));
            }
            case PARENTHESES -> {
                to.add(Insertion.opening(at, "(" + CALL + ",", owner, isLoop));
                to.add(Insertion.closing(close, ")"));
            }
            case NONE -> {}
        }
    }
}
