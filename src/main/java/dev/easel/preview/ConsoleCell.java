package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the console: what kind, the text, how often, and where from.
final class ConsoleCell extends ListCell<ConsoleRow> {
    /// A longer text would make a row that no list scrolls well; the tooltip has the rest.
    private static final int LONGEST = 1_500;

    private final FontIcon icon = new FontIcon();
    private final Label count = new Label();
    private final Label message = new Label();
    private final Label place = new Label();
    private final HBox row = new HBox(8, icon, count, message, place);

    ConsoleCell(ListView<ConsoleRow> list) {
        getStyleClass().add("console-cell");
        count.getStyleClass().add("count");
        message.getStyleClass().add("message");
        place.getStyleClass().add("place");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        place.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.TOP_LEFT);
        // Without this a list gives its cells all the width that the longest text asks for.
        setPrefWidth(0);
        row.prefWidthProperty().bind(list.widthProperty().subtract(40));
    }

    @Override
    protected void updateItem(@Nullable ConsoleRow item, boolean empty) {
        super.updateItem(item, empty);
        for (ConsoleEntry.Level level : ConsoleEntry.Level.values()) {
            getStyleClass().remove(styleOf(level));
        }
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        show(item.entry(), item.count());
        setGraphic(row);
    }

    private void show(ConsoleEntry entry, int times) {
        getStyleClass().add(styleOf(entry.level()));
        icon.setIconLiteral(iconOf(entry.level()));
        String text = entry.text();
        message.setText(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        count.setText(Integer.toString(times));
        count.setVisible(times > 1);
        count.setManaged(times > 1);
        place.setText(placeOf(entry));
        setTooltip(entry.stack().isEmpty() ? null : new Tooltip(text + "\n" + entry.stack()));
        setAccessibleText(styleOf(entry.level()) + ": " + text);
    }

    static String placeOf(ConsoleEntry entry) {
        String file = entry.file().substring(entry.file().lastIndexOf('/') + 1);
        return file.isEmpty() || entry.line() == 0 ? file : file + ":" + entry.line();
    }

    private static String styleOf(ConsoleEntry.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String iconOf(ConsoleEntry.Level level) {
        return switch (level) {
            case DEBUG -> "fth-code";
            case LOG -> "fth-chevron-right";
            case INFO -> "fth-info";
            case WARN -> "fth-alert-triangle";
            case ERROR -> "fth-x-circle";
            case ALERT -> "fth-message-square";
        };
    }
}
