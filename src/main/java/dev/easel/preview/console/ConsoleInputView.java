package dev.easel.preview.console;

import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line below the console: what is typed there runs in the page. Enter runs it, Shift+Enter
/// makes a new line, Up and Down bring back what was typed, Tab completes a name.
final class ConsoleInputView extends HBox {
    private static final int MOST_LINES = 6;
    private static final int MOST_NAMES = 14;

    private final TextArea area = new TextArea();
    private final InputHistory history = new InputHistory();
    private final ContextMenu names = new ContextMenu();
    private final Consumer<String> run;
    private final Function<String, List<String>> complete;

    /// @param run takes what was typed
    /// @param complete finds names that continue a text
    ConsoleInputView(Consumer<String> run, Function<String, List<String>> complete, Texts texts) {
        this.run = run;
        this.complete = complete;
        getStyleClass().add("console-input");
        area.setId("consoleInput");
        area.setPromptText(texts.get("console.input"));
        area.setAccessibleText(texts.get("console.input"));
        area.setPrefRowCount(1);
        area.setWrapText(true);
        area.textProperty().addListener((o, before, now) -> fit(now));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(area, Priority.ALWAYS);
        getChildren().setAll(new FontIcon("fth-chevron-right"), area);
    }

    private void fit(String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        area.setPrefRowCount(Math.min(MOST_LINES, lines));
    }

    private void pressed(KeyEvent key) {
        boolean isPlain = !key.isShiftDown() && !key.isShortcutDown() && !key.isAltDown();
        boolean isOurs =
                switch (key.getCode()) {
                    case ENTER -> enter(key);
                    case UP -> isPlain && isOnFirstLine() && bring(history.older(area.getText()));
                    case DOWN -> isPlain && isOnLastLine() && bring(history.newer());
                    case TAB -> isPlain && completeName();
                    default -> false;
                };
        if (isOurs) {
            key.consume();
        }
    }

    private boolean enter(KeyEvent key) {
        // The window's Ctrl+Enter generates.
        if (key.isShortcutDown()) {
            return false;
        }
        if (key.isShiftDown()) {
            area.replaceSelection("\n");
            return true;
        }
        String source = area.getText().strip();
        if (!source.isEmpty()) {
            history.add(source);
            area.clear();
            run.accept(source);
        }
        return true;
    }

    private boolean isOnFirstLine() {
        return area.getText(0, area.getCaretPosition()).indexOf('\n') < 0;
    }

    private boolean isOnLastLine() {
        return area.getText(area.getCaretPosition(), area.getLength()).indexOf('\n') < 0;
    }

    private boolean bring(Optional<String> line) {
        line.ifPresent(text -> {
            area.setText(text);
            area.positionCaret(text.length());
        });
        return line.isPresent();
    }

    /// In an empty field Tab goes on to the next control, as everywhere.
    private boolean completeName() {
        String before = area.getText(0, area.getCaretPosition());
        if (before.isBlank() || before.endsWith("\n")) {
            return false;
        }
        String typed = before.replaceFirst("(?s)^.*[^\\w$]", "");
        List<String> found = complete.apply(before);
        String shared = found.stream().reduce(ConsoleInputView::shared).orElse(typed);
        if (shared.length() > typed.length()) {
            insert(shared, typed);
        } else if (found.size() > 1) {
            offer(found, typed);
        }
        return true;
    }

    private static String shared(String a, String b) {
        int end = 0;
        while (end < Math.min(a.length(), b.length()) && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        return a.substring(0, end);
    }

    private void insert(String name, String typed) {
        int caret = area.getCaretPosition();
        area.replaceText(caret - typed.length(), caret, name);
    }

    private void offer(List<String> found, String typed) {
        names.getItems().clear();
        for (String name : found.subList(0, Math.min(MOST_NAMES, found.size()))) {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> insert(name, typed));
            names.getItems().add(item);
        }
        if (found.size() > MOST_NAMES) {
            MenuItem rest = new MenuItem("… +" + (found.size() - MOST_NAMES));
            rest.setDisable(true);
            names.getItems().add(rest);
        }
        Bounds caret = area.getLayoutBounds();
        names.show(area, Side.TOP, caret.getMinX() + 8, 0);
    }
}
