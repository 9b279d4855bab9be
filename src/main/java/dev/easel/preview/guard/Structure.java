package dev.easel.preview.guard;

import java.util.ArrayList;
import java.util.List;

/// What a parser finds in a script that a guard needs to know. Offsets count from the start of the
/// text.
final class Structure {
    /// How a check gets into a loop or function.
    enum Style {
        /// As a statement.
        STATEMENT,
        /// As a statement behind directives that may lack their semicolon.
        AFTER_DIRECTIVES,
        /// As the first part of a comma expression.
        EXPRESSION,
        /// As the first statement of a new block.
        BLOCK,
        /// As the first part of a comma expression in parentheses.
        PARENTHESES,
        /// Not at all: the code runs once each time that something else runs.
        NONE
    }

    /// A loop.
    ///
    /// @param keyword where it begins, e.g. the `w` of `while`
    /// @param end behind it
    /// @param check where the check goes
    /// @param close where the block ends that the check needs; -1 when it needs none
    /// @param counted whether its head counts towards a limit, or goes through a collection
    record Loop(int keyword, int end, int check, int close, Style style, boolean counted) {}

    /// A function, method, accessor, static block or field initialiser.
    ///
    /// @param start where it begins
    /// @param close where the parentheses end that the check needs; -1 when it needs none
    record Function(int start, int end, int check, int close, Style style) {}

    /// The only argument of a call of `eval`.
    record Eval(int from, int to) {}

    private final List<Loop> loops = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Eval> evals = new ArrayList<>();
    private int afterDirectives;

    /// Where the script's own statements begin.
    int afterDirectives() {
        return afterDirectives;
    }

    void afterDirectives(int offset) {
        afterDirectives = offset;
    }

    void add(Loop loop) {
        loops.add(loop);
    }

    void add(Function function) {
        functions.add(function);
    }

    void add(Eval eval) {
        evals.add(eval);
    }

    /// Inner ones before outer ones.
    List<Loop> loops() {
        return loops;
    }

    /// Inner ones before outer ones.
    List<Function> functions() {
        return functions;
    }

    List<Eval> evals() {
        return evals;
    }
}
