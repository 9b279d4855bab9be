package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import java.time.LocalTime;

/// What a row of the console is about.
sealed interface ConsoleContent {
    /// What the page wrote.
    record Line(ConsoleEntry entry) implements ConsoleContent {}

    /// Another load of the page began; what is above is of the one before.
    record Divider(LocalTime at) implements ConsoleContent {}

    /// What the user typed.
    record Input(String source) implements ConsoleContent {}

    /// The page has not answered yet.
    record Pending() implements ConsoleContent {}

    /// What came of an input.
    record Result(PageValue value, boolean isThrown) implements ConsoleContent {}

    /// Why nothing came of an input.
    record Failure(String message) implements ConsoleContent {}

    /// Something inside a value.
    record Property(PageProperty property) implements ConsoleContent {}

    /// Where something came from.
    record Frame(StackFrame frame) implements ConsoleContent {}

    /// More is inside a value than was read.
    record More(PageValue owner, long from, long count) implements ConsoleContent {}

    /// The page does not keep the value any more.
    record Gone() implements ConsoleContent {}

    /// There is nothing inside.
    record Nothing() implements ConsoleContent {}
}
