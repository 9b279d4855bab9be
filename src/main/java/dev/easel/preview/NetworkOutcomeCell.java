package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.text.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// What became of a request, in its colour; the tooltip says more.
final class NetworkOutcomeCell extends TableCell<NetworkEntry, NetworkEntry> {
    private final Texts texts;

    NetworkOutcomeCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable NetworkEntry item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Label label = new Label(texts.get("network.outcome." + item.outcome()));
        label.getStyleClass()
                .addAll("network-outcome", item.outcome().name().toLowerCase(Locale.ROOT));
        setGraphic(label);
        setTooltip(item.note().isEmpty() ? null : new Tooltip(item.note()));
    }
}
