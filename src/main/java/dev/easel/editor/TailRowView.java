package dev.easel.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line of the text and its number, drawn by nodes that are used again for other lines.
final class TailRowView extends Region {
    // Wider than any screen; the rest of a longer line cannot be seen.
    private static final int WIDEST = 1_000;
    private static final double NO_WRAP = 100_000;

    /// @param spans cover the text
    record Line(String text, List<LineLexer.Span> spans) {
        static final Line EMPTY = plain("");

        static Line plain(String text) {
            return new Line(text, List.of(new LineLexer.Span(text.length(), "")));
        }
    }

    private final PaletteView palette;
    private final Label number = LineMarksView.number(0);
    private final TextFlow flow = new TextFlow();
    private final List<Text> texts = new ArrayList<>();
    private int shownNumber = -1;
    private Line shown = Line.EMPTY;
    private int used;

    TailRowView(PaletteView palette) {
        this.palette = palette;
        flow.getStyleClass().add("paragraph-text");
        getStyleClass().add("paragraph-box");
        setManaged(false);
        getChildren().addAll(number, flow);
        // Without a text the row would have no height.
        put(0, "", "");
    }

    /// Without effect when the row has this line already.
    void show(int index, Line line) {
        if (index != shownNumber) {
            number.setText(LineMarksView.text(index));
            shownNumber = index;
        }
        if (line != shown) {
            fill(line);
        }
    }

    /// What can be seen of the line, or could in a wider window.
    String text() {
        return texts.stream().map(Text::getText).collect(Collectors.joining());
    }

    /// The line must be drawn anew, though it is the same.
    void forget() {
        shown = new Line("", List.of());
    }

    private void fill(Line line) {
        shown = line;
        int from = 0;
        int next = 0;
        int end = Math.min(WIDEST, line.text().length());
        for (LineLexer.Span span : line.spans()) {
            int to = Math.min(end, from + span.length());
            if (to > from) {
                put(next++, line.text().substring(from, to), span.style());
            }
            from = to;
        }
        for (int i = next; i < used; i++) {
            texts.get(i).setText("");
        }
        used = next;
        requestLayout();
    }

    private void put(int at, String part, String style) {
        while (texts.size() <= at) {
            Text text = new Text();
            palette.dress(text);
            texts.add(text);
            flow.getChildren().add(text);
        }
        Text text = texts.get(at);
        text.setText(part);
        text.setFill(palette.paint(style));
    }

    /// The height of every line.
    double lineHeight() {
        return snapSizeY(Math.max(number.prefHeight(-1), flow.prefHeight(-1)))
                + getInsets().getTop()
                + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        double top = getInsets().getTop();
        double width = number.prefWidth(-1);
        double height = getHeight() - top - getInsets().getBottom();
        number.resizeRelocate(0, top, width, height);
        flow.resizeRelocate(width, top, NO_WRAP, height);
    }
}
