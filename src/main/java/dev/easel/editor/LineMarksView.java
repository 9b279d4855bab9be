package dev.easel.editor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line numbers of a file, and marks at the lines where something went wrong: a sign beside the
/// number that tells it, and a coloured line.
final class LineMarksView implements IntFunction<Node> {
    private static final List<String> MARKED = List.of("marked-line");

    private final CodeArea area;
    private final IntFunction<Node> numbers;
    private Map<Integer, String> messages = new TreeMap<>();

    LineMarksView(CodeArea area) {
        this.area = area;
        numbers = LineNumberFactory.get(area);
        area.setParagraphGraphicFactory(this);
    }

    /// Marks other lines than before.
    ///
    /// @param now of this file; lines that it does not have are left out
    void show(List<CodeMark> now) {
        Map<Integer, String> before = messages;
        messages = new TreeMap<>();
        for (CodeMark mark : now) {
            int paragraph = mark.line() - 1;
            if (paragraph >= 0 && paragraph < area.getParagraphs().size()) {
                messages.merge(paragraph, mark.message(), LineMarksView::joined);
            }
        }
        before.forEach((paragraph, text) -> redraw(paragraph, before));
        messages.forEach((paragraph, text) -> redraw(paragraph, before));
    }

    private static String joined(String one, String other) {
        return one.contains(other) || one.length() > 1_000 ? one : one + "\n" + other;
    }

    private void redraw(int paragraph, Map<Integer, String> before) {
        String now = messages.get(paragraph);
        if (paragraph < area.getParagraphs().size()
                && !String.valueOf(now).equals(before.get(paragraph))) {
            area.setParagraphStyle(paragraph, now == null ? List.of() : MARKED);
            area.recreateParagraphGraphic(paragraph);
        }
    }

    @Override
    public Node apply(int paragraph) {
        String message = messages.get(paragraph);
        FontIcon sign = new FontIcon("fth-x-circle");
        sign.setVisible(message != null);
        HBox gutter = new HBox(sign, numbers.apply(paragraph));
        gutter.setAlignment(Pos.CENTER_LEFT);
        gutter.getStyleClass().add("gutter");
        if (message != null) {
            gutter.getStyleClass().add("marked");
            Tooltip tooltip = new Tooltip(message);
            tooltip.setShowDelay(Duration.millis(200));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(600);
            Tooltip.install(gutter, tooltip);
            gutter.setAccessibleText(message);
        }
        return gutter;
    }
}
