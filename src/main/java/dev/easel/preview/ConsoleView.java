package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.text.Texts;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The console tab.
final class ConsoleView extends Tab {
    private final Preview preview;
    private final Texts texts;
    private final Label counts = new Label();

    /// A page may write a thousand lines a second; counting and scrolling follow ten times.
    private final PauseTransition pause = new PauseTransition(Duration.millis(100));

    private final ListView<ConsoleRow> list = new ListView<>();

    ConsoleView(Preview preview, Texts texts) {
        this.preview = preview;
        this.texts = texts;
        setId("consoleTab");
        setClosable(false);
        list.setId("consoleList");
        list.getStyleClass().add("console-list");
        list.setAccessibleText(texts.get("console.list"));
        list.setPlaceholder(new Label(texts.get("console.empty")));
        list.setItems(new FoldedConsole(preview.console()).rows());
        list.setCellFactory(ConsoleCell::new);
        VBox.setVgrow(list, Priority.ALWAYS);
        setContent(new VBox(bar(), list));
        pause.setOnFinished(e -> count());
        InvalidationListener changed =
                o -> {
                    if (pause.getStatus() != Animation.Status.RUNNING) {
                        pause.play();
                    }
                };
        preview.console().addListener(changed);
        preview.droppedProperty().addListener(changed);
        count();
    }

    private HBox bar() {
        counts.setId("consoleCounts");
        Button copy = PanelBar.button("consoleCopy", "fth-copy", texts.get("console.copy"));
        copy.setOnAction(e -> copy());
        Button clear = PanelBar.button("consoleClear", "fth-slash", texts.get("console.clear"));
        clear.setOnAction(e -> preview.clearConsole());
        return PanelBar.of(counts, copy, clear);
    }

    private void count() {
        long errors = lines(Level.ERROR);
        long dropped = preview.droppedProperty().get();
        String text =
                texts.get("console.counts", preview.console().size(), errors, lines(Level.WARN));
        counts.setText(dropped == 0 ? text : text + ", " + texts.get("console.dropped", dropped));
        setText(errors == 0 ? texts.get("console.tab") : texts.get("console.tab.errors", errors));
        if (!list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    private long lines(Level level) {
        return preview.console().stream().filter(e -> e.level() == level).count();
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                preview.console().stream()
                        .map(ConsoleView::line)
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String line(ConsoleEntry e) {
        String place = ConsoleCell.placeOf(e);
        String stack = e.stack().isEmpty() ? "" : "\n" + e.stack().indent(4).stripTrailing();
        return e.level() + (place.isEmpty() ? "" : " " + place) + ": " + e.text() + stack;
    }
}
