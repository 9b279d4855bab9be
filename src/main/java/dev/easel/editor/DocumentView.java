package dev.easel.editor;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/// One file, read-only, coloured. Small chunks are coloured as they arrive; a text that arrives
/// whole is shown at once and coloured by a background thread. While a text grows and nobody reads
/// elsewhere in it, only its end is drawn ([TailView]), and the code area is given the text now and
/// then.
final class DocumentView extends StackPane {
    // Lexing this much takes about 2 ms warm; beyond it the UI thread would notice.
    private static final int COLOURED_AT_ONCE = 16_000;

    // Colours of more than this would take the UI thread seconds to put in; no person wrote such a
    // file.
    private static final int COLOURED_AT_ALL = 1_000_000;

    private static final int LONG_LINE = 300;

    private static final Duration UNSEEN_PAUSE = Duration.seconds(1);

    // About two lines.
    private static final double UNROLLED_AT_ONCE = 40;

    private final CodeDocument document;
    private final Executor background;
    private final Executor ui;
    private final CodeArea area = new CodeArea();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final VirtualizedScrollPane<CodeArea> pane = new VirtualizedScrollPane<>(area);
    private final TailView tail = new TailView();
    private final PauseTransition pause = new PauseTransition(UNSEEN_PAUSE);
    private final AnimationTimer unroll =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    unroll();
                }
            };
    private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper();
    private final LineMarksView marks;
    private Highlighter highlighter;
    private boolean colouring;
    private boolean reading;
    private boolean growing;
    private double unrolled;
    private int told;
    private int shown;
    private int version;

    /// @param growing whether a run writes the text; until [#end()]
    DocumentView(CodeDocument document, boolean growing, Executor background, Executor ui) {
        this.document = document;
        this.growing = growing;
        this.background = background;
        this.ui = ui;
        highlighter = new Highlighter(Syntax.of(document.path()));
        area.setEditable(false);
        area.getStyleClass().add("code-area");
        marks = new LineMarksView(area);
        // Nothing is typed here; keeping every chunk for undo would double the memory.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        tail.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        tail.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> following.set(false));
        pause.setOnFinished(e -> catchUp());
        following.addListener((o, before, now) -> showWhatFits());
        showWhatFits();
        document.changeProperty()
                .addListener((o, before, now) -> {
                    if (now != null) {
                        change(now);
                    }
                });
        document.text().lengthProperty().addListener((o, before, now) -> grown());
        grown();
        if (!growing) {
            area.moveTo(0);
            area.showParagraphAtTop(0);
        }
    }

    /// All of the text, for whoever reads, searches or selects in it.
    CodeArea area() {
        following.set(false);
        catchUp();
        return area;
    }

    /// How many lines the text has; a line end at the very end opens none of its own.
    ReadOnlyIntegerProperty linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// The text grows no more.
    void end() {
        growing = false;
        showWhatFits();
        grown();
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
        catchUp();
        marks.show(all.stream().filter(m -> m.path().equals(document.path())).toList());
    }

    /// Scrolls to a place and selects its line; of a very long line what is at the place.
    ///
    /// @param line 1 for the first; of a file that has fewer the last one
    /// @param column 1 for the first; 0 when it is not known
    void showPlace(int line, int column) {
        following.set(false);
        catchUp();
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        int length = area.getParagraph(paragraph).length();
        int start = length > LONG_LINE ? Math.clamp(column - 1L, 0, length) : 0;
        // The caret at the start, so that the view does not scroll to the line's end.
        area.selectRange(paragraph, Math.min(length, start + LONG_LINE), paragraph, start);
        area.showParagraphAtCenter(paragraph);
        area.requestFollowCaret();
        area.requestFocus();
    }

    void showEnd() {
        area.showParagraphAtBottom(area.getParagraphs().size() - 1);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() > 0 && following.get()) {
            following.set(false);
            if (event.getSource() == tail) {
                applyCss();
                layout();
                area.scrollYBy(-event.getDeltaY());
            }
        }
    }

    private void showWhatFits() {
        boolean isTail = getChildren().contains(tail);
        endUnrolling();
        if (growing && following.get()) {
            show(tail, pane);
        } else if (!isTail) {
            show(pane, tail);
        } else {
            catchUp();
            if (following.get() && getHeight() > 0) {
                startUnrolling();
            } else {
                show(pane, tail);
            }
            showEnd();
        }
    }

    private void show(Node fit, Node other) {
        getChildren().remove(other);
        if (!getChildren().contains(fit)) {
            getChildren().add(fit);
        }
    }

    // Nobody asked for the area: it comes in its own time, behind the rows.
    private void startUnrolling() {
        pane.setManaged(false);
        if (!getChildren().contains(pane)) {
            getChildren().addFirst(pane);
        }
        unrolled = 0;
        unroll.start();
    }

    // All lines of the area at once would hold the window up for 50 ms and more, in the moment in
    // which a run ends.
    private void unroll() {
        unrolled += UNROLLED_AT_ONCE;
        requestLayout();
        if (unrolled >= getHeight()) {
            endUnrolling();
            show(pane, tail);
        }
    }

    private void endUnrolling() {
        unroll.stop();
        pane.setManaged(true);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!pane.isManaged()) {
            pane.resizeRelocate(0, getHeight() - unrolled, getWidth(), unrolled);
        }
    }

    private void grown() {
        String more = document.text().from(told);
        if (growing && more.endsWith("\r")) {
            // Perhaps half of a line end.
            more = more.substring(0, more.length() - 1);
        }
        if (more.isEmpty()) {
            return;
        }
        told += more.length();
        if (growing) {
            boolean knowsColours = !colouring && told <= COLOURED_AT_ALL;
            boolean many = more.length() > COLOURED_AT_ONCE;
            tail.append(more, knowsColours && !many ? highlighter : null);
        }
        if (getChildren().contains(pane) || told - shown > COLOURED_AT_ONCE / 2) {
            catchUp();
        } else if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
        countLines();
    }

    private void countLines() {
        int paragraphs = area.getParagraphs().size();
        boolean isOpen = area.getParagraph(paragraphs - 1).length() > 0;
        lines.set(growing ? tail.lines() : isOpen ? paragraphs : paragraphs - 1);
    }

    // Gives the code area what it has not been given yet.
    private void catchUp() {
        pause.stop();
        if (told == shown) {
            return;
        }
        String more = document.text().from(shown).substring(0, told - shown);
        shown = told;
        boolean many = more.length() > COLOURED_AT_ONCE;
        boolean tooLong = area.getLength() + more.length() > COLOURED_AT_ALL;
        if (colouring || many || tooLong) {
            append(ReadOnlyStyledDocument.fromString(more, List.of(), List.of(), area.getSegOps()));
        } else {
            appendColoured(more);
        }
        if (tooLong) {
            // What is coloured stays so; what is being coloured is too old to be put in.
            version++;
            colouring = false;
        } else if (many) {
            colourWhole();
        }
    }

    // The line that was open is appended to, not replaced: somebody may have selected in it.
    private void appendColoured(String more) {
        int open = area.getParagraphs().size() - 1;
        String before = area.getParagraph(open).getText();
        List<String> lines = List.of(TailView.LINE_END.split(before + more, -1));
        var document = highlighter.document(open, lines);
        int line = area.getAbsolutePosition(open, 0);
        append(document.subSequence(before.length(), document.length()));
        if (!before.isEmpty()) {
            area.setStyleSpans(line, document.getStyleSpans(0, lines.getFirst().length()));
        }
    }

    // To the content: the area itself would put the caret to the end, and what somebody has
    // selected would be selected no more.
    private void append(StyledDocument<Collection<String>, String, Collection<String>> document) {
        int end = area.getLength();
        area.getContent().replace(end, end, document);
    }

    // The document still has the text of before; what is told of it as grown is nothing then.
    private void change(CodeDocument.Change change) {
        end();
        int last = area.getParagraphs().size() - 1;
        int from = Math.min(change.line(), last);
        int to = change.line() + change.removed();
        int end = to > last ? area.getLength() : area.getAbsolutePosition(to, 0);
        int start = change.line() > last ? area.getLength() : area.getAbsolutePosition(from, 0);
        String before = document.text().toString();
        area.replaceText(start, end, change.added());
        shown = before.length() + change.added().length() - removedLength(before, change);
        told = shown;
        countLines();
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
        if (area.getLength() > COLOURED_AT_ALL || reading) {
            return;
        }
        reading = true;
        colouring = true;
        int of = version;
        int length = shown;
        List<String> texts = lines(0);
        background.execute(() -> {
            Highlighter fresh = new Highlighter(Syntax.of(document.path()));
            StyleSpans<Collection<String>> spans = fresh.read(0, texts);
            ui.execute(() -> {
                reading = false;
                if (of != version || told - length > COLOURED_AT_ONCE) {
                    // The text has changed meanwhile, or has grown by much.
                    colourWhole();
                } else {
                    coloured(fresh, texts.size(), spans);
                }
            });
        });
    }

    private void coloured(Highlighter fresh, int count, StyleSpans<Collection<String>> spans) {
        catchUp();
        colouring = false;
        highlighter = fresh;
        apply(0, spans);
        // What arrived meanwhile, beginning with the line that may have grown.
        int next = Math.max(0, count - 1);
        apply(next, fresh.read(next, lines(next)));
        if (growing) {
            tail.colour(fresh);
        }
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
