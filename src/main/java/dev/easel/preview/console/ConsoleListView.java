package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Color;
import javafx.util.Duration;

/// The rows of the console. Stays at its end while lines come, until the user scrolls up.
///
/// Enter, Right and Left open and close; Enter on a frame shows its place in the code.
final class ConsoleListView extends ListView<ConsoleRow> implements ConsoleCell.Actions {
    private final ConsoleRows rows;
    private final Opener opener;
    private final Texts texts;
    private final PauseTransition settled = new PauseTransition(Duration.millis(50));
    private boolean follows = true;

    /// Shows a place in the project's files.
    interface Opener {
        void open(String file, int line, int column);
    }

    ConsoleListView(ConsoleRows rows, Opener opener, Texts texts) {
        super(rows.rows());
        this.rows = rows;
        this.opener = opener;
        this.texts = texts;
        setId("consoleList");
        getStyleClass().add("console-list");
        setAccessibleText(texts.get("console.list"));
        setPlaceholder(new Label(texts.get("console.empty")));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> new ConsoleCell(list, this, texts));
        setContextMenu(menu());
        settled.setOnFinished(e -> scrollToLast());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> follows = false);
        addEventFilter(ScrollEvent.SCROLL, e -> follows = false);
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> follows = false);
    }

    /// Whether the last row is to be seen, so that the next should be, too: until the user goes
    /// elsewhere. Where the list stands says too little, as rows that were not drawn yet have no
    /// height.
    boolean isAtEnd() {
        if (!follows) {
            follows =
                    !(lookup(".scroll-bar:vertical") instanceof ScrollBar bar)
                            || !bar.isVisible()
                            || bar.getValue() >= bar.getMax() - 0.001;
        }
        return follows;
    }

    void showEnd() {
        follows = true;
        scrollToLast();
        // Once more when the new rows have their heights.
        settled.playFromStart();
    }

    private void scrollToLast() {
        if (follows && !getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }

    /// Says what it means that there is no row.
    void showWhyEmpty(String key) {
        ((Label) getPlaceholder()).setText(texts.get(key));
    }

    @Override
    public void toggle(ConsoleRow row) {
        int at = getItems().indexOf(row);
        rows.toggle(row);
        if (at >= 0 && at < getItems().size()) {
            getSelectionModel().clearAndSelect(at);
        }
    }

    @Override
    public void openSource(String file, int line, int column) {
        opener.open(file, line, column);
    }

    @Override
    public ConsoleFilter filter() {
        return rows.filter();
    }

    @Override
    public Color background() {
        return Optional.ofNullable(getBackground())
                .map(b -> b.getFills().getLast())
                .map(BackgroundFill::getFill)
                .map(fill -> fill instanceof Color color ? color : null)
                .orElse(Color.WHITE);
    }

    private void pressed(KeyEvent key) {
        ConsoleRow row = getSelectionModel().getSelectedItem();
        boolean isOurs =
                switch (key.getCode()) {
                    case ENTER -> !key.isShortcutDown() && row != null && follow(row);
                    case RIGHT -> row != null && setOpen(row, true);
                    case LEFT -> row != null && setOpen(row, false);
                    case C -> key.isShortcutDown() && copySelection();
                    default -> false;
                };
        if (isOurs) {
            key.consume();
        }
    }

    private boolean follow(ConsoleRow row) {
        if (row.content() instanceof ConsoleContent.Frame(StackFrame frame)) {
            if (frame.isOwn()) {
                openSource(frame.file(), frame.line(), frame.column());
            }
        } else if (row.node().opens() || !isLine(row)) {
            toggle(row);
        } else {
            row.entry().ifPresent(this::openPlace);
        }
        return true;
    }

    private static boolean isLine(ConsoleRow row) {
        return row.entry().isPresent();
    }

    private void openPlace(ConsoleEntry entry) {
        if (StackFrame.isOwn(entry.file()) && entry.line() > 0) {
            openSource(entry.file(), entry.line(), entry.column());
        }
    }

    private boolean setOpen(ConsoleRow row, boolean open) {
        if (row.node().opens() && row.node().isOpen() != open) {
            toggle(row);
            return true;
        }
        ConsoleNode parent = row.node().parent();
        if (!open && parent != null) {
            getSelectionModel().clearAndSelect(getItems().indexOf(parent.row()));
            scrollTo(Math.max(0, getSelectionModel().getSelectedIndex()));
            return true;
        }
        return false;
    }

    private boolean copySelection() {
        List<ConsoleNode> nodes =
                getSelectionModel().getSelectedItems().stream().map(ConsoleRow::node).toList();
        copy(nodes);
        return !nodes.isEmpty();
    }

    /// Puts lines on the clipboard, as text.
    static void copy(List<ConsoleNode> nodes) {
        if (!nodes.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(ConsoleText.of(nodes));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem(texts.get("console.menu.copy"));
        copy.setOnAction(e -> copySelection());
        MenuItem all = new MenuItem(texts.get("console.copy"));
        all.setOnAction(e -> copy(getItems().stream().map(ConsoleRow::node).toList()));
        MenuItem open = new MenuItem(texts.get("console.menu.open"));
        open.setOnAction(e ->
                Optional.ofNullable(getSelectionModel().getSelectedItem())
                        .ifPresent(this::openFrom));
        ContextMenu menu = new ContextMenu(copy, all, open);
        menu.setOnShowing(e -> {
            ConsoleRow row = getSelectionModel().getSelectedItem();
            copy.setDisable(row == null);
            open.setDisable(row == null || !hasPlace(row));
        });
        return menu;
    }

    private void openFrom(ConsoleRow row) {
        if (row.content() instanceof ConsoleContent.Frame) {
            follow(row);
        } else {
            row.entry().ifPresent(this::openPlace);
        }
    }

    private static boolean hasPlace(ConsoleRow row) {
        return row.content() instanceof ConsoleContent.Frame(StackFrame frame)
                ? frame.isOwn()
                : row.entry().filter(e -> StackFrame.isOwn(e.file()) && e.line() > 0).isPresent();
    }
}
