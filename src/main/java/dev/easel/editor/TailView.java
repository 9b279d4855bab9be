package dev.easel.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The end of a text that grows, looking as the code area does. The area builds a dozen nodes for
/// every line, and a stream brings a hundred lines a second; here the rows that leave at the top
/// come back at the bottom. Nothing can be selected or scrolled: that is what the area is for. UI
/// thread only.
final class TailView extends Region {
    // More than any screen shows.
    private static final int KEPT = 400;

    /// As the model of the code area breaks lines.
    static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final PaletteView palette = new PaletteView();
    private final Pane rows = new Pane();
    private final Rectangle clip = new Rectangle();
    private final List<TailRowView> pool = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();
    private final List<TailRowView.Line> lines = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int count = 1;

    TailView() {
        getStyleClass().addAll("code-area", "code-tail");
        lines.add(TailRowView.Line.EMPTY);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMax(1);
        bar.setValue(1);
        // Unmanaged: what changes here asks nobody above for another layout.
        rows.setManaged(false);
        bar.setManaged(false);
        rows.setClip(clip);
        getChildren().addAll(palette, rows, bar);
        palette.onChange(() -> {
            pool.forEach(TailRowView::forget);
            refresh();
        });
    }

    /// Adds to the text.
    ///
    /// @param highlighter has read all lines before; null while their colours are not known
    void append(String more, @Nullable Highlighter highlighter) {
        String[] pieces = LINE_END.split(more, -1);
        int first = count - 1;
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                open.setLength(0);
            }
            open.append(pieces[i]);
            fresh.add(open.substring(0, Math.min(open.length(), LineLexer.LONGEST + 1)));
        }
        count += pieces.length - 1;
        lines.removeLast();
        add(first, fresh, highlighter);
        if (lines.size() > KEPT) {
            lines.subList(0, lines.size() - KEPT).clear();
        }
        refresh();
    }

    /// Colours what is shown.
    ///
    /// @param highlighter has read all lines
    void colour(Highlighter highlighter) {
        List<String> texts = lines.stream().map(TailRowView.Line::text).toList();
        lines.clear();
        add(count - texts.size(), texts, highlighter);
        refresh();
    }

    /// How many lines there are; a line end at the very end opens none of its own.
    int lines() {
        return open.isEmpty() ? count - 1 : count;
    }

    private void add(int first, List<String> texts, @Nullable Highlighter highlighter) {
        if (highlighter == null) {
            texts.forEach(text -> lines.add(TailRowView.Line.plain(text)));
            return;
        }
        List<LineLexer.Line> read = highlighter.lex(first, texts);
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new TailRowView.Line(texts.get(i), read.get(i).spans()));
        }
    }

    @Override
    protected void layoutChildren() {
        refresh();
    }

    private void refresh() {
        Insets insets = getInsets();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        double line = lineHeight();
        if (height <= 0 || line <= 0) {
            return;
        }
        int fit = (int) Math.ceil(height / line) + 1;
        if (fit > pool.size()) {
            while (pool.size() < fit) {
                pool.add(new TailRowView(palette));
            }
            rows.getChildren().setAll(pool);
        }
        for (int i = 0; i < pool.size(); i++) {
            // A row keeps its line as long as that can be seen.
            int last = count - 1;
            int number = last - Math.floorMod(last - i, pool.size());
            TailRowView row = pool.get(i);
            row.setVisible(number >= 0);
            if (number >= 0) {
                row.show(number, lines.get(lines.size() - count + number));
                row.resizeRelocate(0, number * line, getWidth(), line);
            }
        }
        double hidden = Math.max(0, count * line - height);
        rows.relocate(insets.getLeft(), insets.getTop() - hidden);
        clip.setY(hidden);
        clip.setWidth(getWidth());
        clip.setHeight(height);
        showBar(height, count * line);
    }

    private double lineHeight() {
        if (pool.isEmpty()) {
            pool.add(new TailRowView(palette));
            rows.getChildren().setAll(pool);
            rows.applyCss();
        }
        return pool.getFirst().lineHeight();
    }

    private void showBar(double seen, double all) {
        bar.setVisible(all > seen);
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        // Less than a pixel of the thumb is not worth a layout.
        double part = Math.min(1, seen / all);
        if (Math.abs(part - bar.getVisibleAmount()) * getHeight() >= 1) {
            bar.setVisibleAmount(part);
        }
    }
}
