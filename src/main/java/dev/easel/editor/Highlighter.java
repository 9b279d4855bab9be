package dev.easel.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.StyledDocument;

/// Styles for a text that only grows: remembers the lexer's state at each line's end, so that a
/// chunk costs its own lines and not the document. Not thread-safe.
final class Highlighter {
    private final LineLexer lexer;
    private final List<Integer> endStates = new ArrayList<>();

    Highlighter(Syntax syntax) {
        lexer = new LineLexer(syntax);
    }

    /// Reads `lines` as the lines from number `first` on; what was known of them before is
    /// forgotten.
    ///
    /// @param first at most one more than the highest line read so far
    List<LineLexer.Line> lex(int first, List<String> lines) {
        while (endStates.size() > first) {
            endStates.removeLast();
        }
        List<LineLexer.Line> read = new ArrayList<>(lines.size());
        int state = first == 0 ? LineLexer.START : endStates.get(first - 1);
        for (String text : lines) {
            LineLexer.Line line = lexer.lex(text, state);
            state = line.endState();
            endStates.add(state);
            read.add(line);
        }
        return read;
    }

    /// Reads lines like [#lex].
    ///
    /// @return spans over the lines and the line ends between them
    StyleSpans<Collection<String>> read(int first, List<String> lines) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        List<LineLexer.Line> read = lex(first, lines);
        for (int i = 0; i < read.size(); i++) {
            add(read.get(i), spans);
            // The line end between two lines belongs to the text, too; it also keeps the spans
            // non-empty.
            spans.add(List.of(), i < read.size() - 1 ? 1 : 0);
        }
        return spans.create();
    }

    /// Reads lines like [#lex].
    ///
    /// @return the lines with their styles, for a code area: putting them in so costs half of
    ///   putting in the text and then the styles
    StyledDocument<Collection<String>, String, Collection<String>> document(
            int first, List<String> lines) {
        var document =
                new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        SegmentOps.styledTextOps(), List.of());
        List<LineLexer.Line> read = lex(first, lines);
        for (int i = 0; i < read.size(); i++) {
            StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
            add(read.get(i), spans);
            spans.add(List.of(), 0);
            document.addParagraph(lines.get(i), spans.create());
        }
        return document.build();
    }

    private static void add(LineLexer.Line line, StyleSpansBuilder<Collection<String>> spans) {
        for (LineLexer.Span span : line.spans()) {
            spans.add(span.style().isEmpty() ? List.of() : List.of(span.style()), span.length());
        }
    }
}
