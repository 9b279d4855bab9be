package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PageProperty;
import java.util.Collection;
import java.util.stream.Collectors;

/// The console as plain text, for the clipboard and for screen readers.
final class ConsoleText {
    private ConsoleText() {}

    static String of(Collection<ConsoleNode> nodes) {
        return nodes.stream().map(ConsoleText::of).collect(Collectors.joining("\n"));
    }

    static String of(ConsoleNode node) {
        String indent = node.parent() == null ? "" : "  ".repeat(node.indent());
        return indent
                + switch (node.content()) {
                    case ConsoleContent.Line(ConsoleEntry entry) -> line(entry, node.count());
                    case ConsoleContent.Divider(var at) -> "--- " + at.withNano(0) + " ---";
                    case ConsoleContent.Input(String source) -> "> " + source;
                    case ConsoleContent.Pending p -> "…";
                    case ConsoleContent.Result(var value, boolean thrown) -> "< " + value.text();
                    case ConsoleContent.Failure(String message) -> "< " + message;
                    case ConsoleContent.Property(PageProperty p) ->
                            p.name().isEmpty()
                                    ? p.value().text()
                                    : p.name() + ": " + p.value().text();
                    case ConsoleContent.Frame(StackFrame f) ->
                            f.function() + "@" + f.file() + ":" + f.line() + ":" + f.column();
                    case ConsoleContent.More(var owner, long from, long count) ->
                            "… " + count + " more";
                    case ConsoleContent.Gone g -> "…";
                    case ConsoleContent.Nothing n -> "{}";
                };
    }

    private static String line(ConsoleEntry e, int count) {
        String place = StackFrame.place(e.file(), e.line());
        String times = count > 1 ? " (" + count + " times)" : "";
        String stack = e.stack().isEmpty() ? "" : "\n" + e.stack().indent(4).stripTrailing();
        return e.level() + (place.isEmpty() ? "" : " " + place) + times + ": " + e.text() + stack;
    }
}
