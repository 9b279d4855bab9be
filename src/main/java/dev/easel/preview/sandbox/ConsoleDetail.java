package dev.easel.preview.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a console line has beyond its text, for whoever shows it.
///
/// @param parts the text in pieces; empty when the text is all there is
/// @param depth how many groups it is in; its text is indented by two blanks for each
public record ConsoleDetail(
        List<Part> parts, Optional<ConsoleTable> table, int depth, Group group) {
    /// Of a plain line.
    public static final ConsoleDetail NONE =
            new ConsoleDetail(List.of(), Optional.empty(), 0, Group.NONE);

    /// This with its texts changed.
    public ConsoleDetail map(UnaryOperator<String> change) {
        return parts.isEmpty()
                ? this
                : new ConsoleDetail(
                        parts.stream().map(p -> map(p, change)).toList(), table, depth, group);
    }

    private static Part map(Part part, UnaryOperator<String> change) {
        return switch (part) {
            case Part.Text(String text, String style) -> new Part.Text(change.apply(text), style);
            case Part.Value(PageValue v) ->
                    new Part.Value(new PageValue(v.kind(), change.apply(v.text()), v.handle()));
        };
    }

    /// A piece of a line.
    public sealed interface Part {
        /// @param style CSS declarations that the page gave with `%c`, unread; often empty
        record Text(String text, String style) implements Part {}

        /// A value that may be opened.
        record Value(PageValue value) implements Part {}
    }

    /// Whether the line begins a group.
    public enum Group {
        NONE,
        OPEN,
        COLLAPSED
    }
}
