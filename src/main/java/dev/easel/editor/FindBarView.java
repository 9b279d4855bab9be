package dev.easel.editor;

import dev.easel.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar that Ctrl+F opens over the code: finds without regard to case, in the file that is
/// shown.
final class FindBarView extends HBox {
    private static final Texts TEXTS = Texts.of(FindBarView.class);

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final List<Integer> matches = new ArrayList<>();
    private @Nullable CodeArea area;

    FindBarView() {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("find-bar");
        field.setId("codeFind");
        field.setPromptText(TEXTS.get("code.find"));
        field.textProperty().addListener((o, before, now) -> search());
        HBox.setHgrow(field, Priority.ALWAYS);
        count.getStyleClass().add("text-muted");
        getChildren()
                .addAll(
                        field,
                        count,
                        button("fth-chevron-up", "code.find.previous", () -> step(-1)),
                        button("fth-chevron-down", "code.find.next", () -> step(1)),
                        button("fth-x", "code.find.close", this::close));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        setVisible(false);
        setManaged(false);
    }

    void open(CodeArea in) {
        area = in;
        if (!in.getSelectedText().isBlank() && !in.getSelectedText().contains("\n")) {
            field.setText(in.getSelectedText());
        }
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
        search();
    }

    void close() {
        setVisible(false);
        setManaged(false);
        if (area != null) {
            area.requestFocus();
        }
    }

    private static Button button(String icon, String text, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(TEXTS.get(text)));
        button.setAccessibleText(TEXTS.get(text));
        button.setOnAction(e -> action.run());
        return button;
    }

    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            step(key.isShiftDown() ? -1 : 1);
            key.consume();
        }
    }

    private void search() {
        matches.clear();
        if (area == null) {
            return;
        }
        String text = area.getText().toLowerCase(Locale.ROOT);
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        for (int at = wanted.isEmpty() ? -1 : text.indexOf(wanted);
                at >= 0;
                at = text.indexOf(wanted, at + 1)) {
            matches.add(at);
        }
        int start = area.getSelection().getStart();
        show((int) matches.stream().filter(m -> m < start).count());
    }

    private void step(int by) {
        if (area == null || matches.isEmpty()) {
            return;
        }
        int at = matches.indexOf(area.getSelection().getStart());
        show(at < 0 ? 0 : at + by);
    }

    private void show(int index) {
        if (area == null || matches.isEmpty()) {
            count.setText(field.getText().isEmpty() ? "" : TEXTS.get("code.find.none"));
            return;
        }
        int match = Math.floorMod(index, matches.size());
        int start = matches.get(match);
        area.selectRange(start, start + field.getText().length());
        area.requestFollowCaret();
        count.setText(TEXTS.get("code.find.count", match + 1, matches.size()));
    }
}
