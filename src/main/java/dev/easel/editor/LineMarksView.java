package dev.easel.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line numbers of a file, and marks at the lines where something went wrong: a sign beside the
/// number that tells it, and a coloured line.
final class LineMarksView implements IntFunction<Node> {
    private static final List<String> MARKED = List.of("marked-line");

    private final CodeArea area;
    private Map<Integer, String> messages = new TreeMap<>();

    LineMarksView(CodeArea area) {
        this.area = area;
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

    /// @param paragraph 0 for the first
    static Label number(int paragraph) {
        Label number = new Label(text(paragraph));
        number.getStyleClass().setAll("lineno");
        return number;
    }

    /// The number of a line as it is shown.
    static String text(int paragraph) {
        return String.format(Locale.ROOT, "%4d", paragraph + 1);
    }

    // One plain node for each line: lines come by the hundred while a reply streams. RichTextFX's
    // own numbers listen to every change of the text.
    @Override
    public Node apply(int paragraph) {
        Label number = number(paragraph);
        String message = messages.get(paragraph);
        if (message != null) {
            number.setGraphic(new FontIcon("fth-x-circle"));
            number.getStyleClass().add("marked");
            Tooltip tooltip = new Tooltip(message);
            tooltip.setShowDelay(Duration.millis(200));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(600);
            number.setTooltip(tooltip);
            number.setAccessibleText(message);
        }
        return number;
    }
}
