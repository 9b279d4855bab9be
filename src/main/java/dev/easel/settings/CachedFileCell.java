package dev.easel.settings;

import dev.easel.library.cache.CachedFile;
import dev.easel.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One fetched file: address, size, when, hash, and a button to remove it.
final class CachedFileCell extends ListCell<CachedFile> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final Texts texts;
    private final Label address = new Label();
    private final Label facts = new Label();
    private final HBox row;

    CachedFileCell(Texts texts, Consumer<CachedFile> remove) {
        this.texts = texts;
        address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        facts.getStyleClass().addAll("text-muted", "text-small");
        VBox words = new VBox(1, address, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button(null, new FontIcon("fth-trash-2"));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(texts.get("files.remove")));
        button.setAccessibleText(texts.get("files.remove"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> remove.accept(getItem()));
        row = new HBox(8, words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CachedFile item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        address.setText(item.address().replaceFirst("^https://", ""));
        facts.setText(facts(item));
        setTooltip(new Tooltip(tooltip(item)));
        setGraphic(row);
    }

    private String facts(CachedFile item) {
        String when = WHEN.format(item.fetched().atZone(ZoneId.systemDefault()));
        return item.isRedirect()
                ? texts.get("files.moved", item.movedTo(), when)
                : texts.get(
                        "files.facts",
                        size(item.bytes(), texts),
                        item.mediaType(),
                        when,
                        item.sha256().substring(0, 12));
    }

    private static String tooltip(CachedFile item) {
        return item.isRedirect()
                ? item.address() + "\n" + item.movedTo()
                : item.address() + "\nSHA-256 " + item.sha256();
    }

    static String size(long bytes, Texts texts) {
        return bytes < 1_000_000
                ? texts.get("size.kb", Math.ceilDiv(bytes, 1_000))
                : texts.get("size.mb", bytes / 1_000_000.0);
    }
}
