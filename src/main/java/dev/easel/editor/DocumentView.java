package dev.easel.editor;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.util.UndoUtils;

/// One file, read-only, coloured. Small chunks are coloured as they arrive; a text that arrives
/// whole is shown at once and coloured by a background thread.
final class DocumentView extends StackPane {
    // Lexing this much takes about 2 ms warm; beyond it the UI thread would notice.
    private static final int COLOURED_AT_ONCE = 16_000;

    // Colours of more than this would take the UI thread seconds to put in; no person wrote such a
    // file.
    private static final int COLOURED_AT_ALL = 1_000_000;

    private static final int LONG_LINE = 300;

    private final CodeDocument document;
    private final Executor background;
    private final Executor ui;
    private final CodeArea area = new CodeArea();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final LineMarksView marks;
    private Highlighter highlighter;
    private boolean colouring;
    private int shown;
    private int version;

    DocumentView(CodeDocument document, Executor background, Executor ui) {
        this.document = document;
        this.background = background;
        this.ui = ui;
        highlighter = new Highlighter(Syntax.of(document.path()));
        area.setEditable(false);
        area.getStyleClass().add("code-area");
        marks = new LineMarksView(area);
        // Nothing is typed here; keeping every chunk for undo would double the memory.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.addEventFilter(
                ScrollEvent.SCROLL,
                e -> {
                    if (e.getDeltaY() > 0) {
                        following.set(false);
                    }
                });
        getChildren().add(new VirtualizedScrollPane<>(area));
        document.changeProperty()
                .addListener((o, before, now) -> {
                    if (now != null) {
                        change(now);
                    }
                });
        document.text().lengthProperty().addListener((o, before, now) -> update(true));
        update(false);
    }

    CodeArea area() {
        return area;
    }

    CodeDocument document() {
        return document;
    }

    /// Whether the view stays at the end while text arrives; scrolling up ends it.
    BooleanProperty followingProperty() {
        return following;
    }

    /// Marks lines; of `all` those of this file.
    void mark(List<CodeMark> all) {
        marks.show(all.stream().filter(m -> m.path().equals(document.path())).toList());
    }

    /// Scrolls to a place and selects its line; of a very long line what is at the place.
    ///
    /// @param line 1 for the first; of a file that has fewer the last one
    /// @param column 1 for the first; 0 when it is not known
    void showPlace(int line, int column) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        int length = area.getParagraph(paragraph).length();
        int start = length > LONG_LINE ? Math.clamp(column - 1L, 0, length) : 0;
        following.set(false);
        // The caret at the start, so that the view does not scroll to the line's end.
        area.selectRange(paragraph, Math.min(length, start + LONG_LINE), paragraph, start);
        area.showParagraphAtCenter(paragraph);
        area.requestFollowCaret();
        area.requestFocus();
    }

    void showEnd() {
        area.showParagraphAtBottom(area.getParagraphs().size() - 1);
    }

    private void update(boolean streamed) {
        String more = document.text().from(shown);
        if (more.isEmpty()) {
            return;
        }
        shown += more.length();
        int firstChanged = area.getParagraphs().size() - 1;
        area.appendText(more);
        if (area.getLength() > COLOURED_AT_ALL) {
            // What is coloured stays so; what is being coloured is too old to be put in.
            version++;
            colouring = false;
        } else if (more.length() > COLOURED_AT_ONCE) {
            colourWhole();
        } else if (!colouring) {
            apply(firstChanged, highlighter.read(firstChanged, lines(firstChanged)));
        }
        if (!streamed) {
            area.moveTo(0);
            area.showParagraphAtTop(0);
        } else if (following.get()) {
            showEnd();
        }
    }

    // The document still has the text of before; what is told of it as grown is nothing then.
    private void change(CodeDocument.Change change) {
        int last = area.getParagraphs().size() - 1;
        int from = Math.min(change.line(), last);
        int to = change.line() + change.removed();
        int end = to > last ? area.getLength() : area.getAbsolutePosition(to, 0);
        int start = change.line() > last ? area.getLength() : area.getAbsolutePosition(from, 0);
        String before = document.text().toString();
        area.replaceText(start, end, change.added());
        shown = before.length() + change.added().length() - removedLength(before, change);
        version++;
        markChanged(change);
        colourWhole();
        area.showParagraphInViewport(Math.max(0, change.line() - 3));
        area.showParagraphInViewport(
                Math.min(area.getParagraphs().size() - 1, change.line() + addedLines(change) + 3));
    }

    private static int removedLength(String text, CodeDocument.Change change) {
        int start = 0;
        int end = 0;
        for (int line = 0; line < change.line() + change.removed() && end < text.length(); line++) {
            start = line == change.line() ? end : start;
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return change.removed() == 0 ? 0 : end - start;
    }

    private static int addedLines(CodeDocument.Change change) {
        return (int) change.added().lines().count();
    }

    private void markChanged(CodeDocument.Change change) {
        int to = Math.min(area.getParagraphs().size(), change.line() + addedLines(change));
        for (int i = change.line(); i < to; i++) {
            area.setParagraphStyle(i, List.of("changed-line"));
        }
    }

    private void colourWhole() {
        if (area.getLength() > COLOURED_AT_ALL) {
            return;
        }
        colouring = true;
        int of = version;
        List<String> lines = lines(0);
        background.execute(() -> {
            Highlighter fresh = new Highlighter(Syntax.of(document.path()));
            StyleSpans<Collection<String>> spans = fresh.read(0, lines);
            ui.execute(() -> {
                if (of != version) {
                    // Colours of a text that has changed meanwhile, and is being read again.
                    return;
                }
                colouring = false;
                highlighter = fresh;
                apply(0, spans);
                // What arrived meanwhile, beginning with the line that may have grown.
                int next = Math.max(0, lines.size() - 1);
                apply(next, fresh.read(next, lines(next)));
            });
        });
    }

    private List<String> lines(int first) {
        return IntStream.range(first, area.getParagraphs().size())
                .mapToObj(i -> area.getParagraph(i).getText())
                .toList();
    }

    private void apply(int firstLine, StyleSpans<Collection<String>> spans) {
        if (spans.length() > 0) {
            area.setStyleSpans(area.getAbsolutePosition(firstLine, 0), spans);
        }
    }
}
