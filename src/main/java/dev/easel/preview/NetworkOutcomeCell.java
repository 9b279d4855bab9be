package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What became of a request, as icon, word and colour; a denied one can be fetched from here.
final class NetworkOutcomeCell extends TableCell<NetworkRow, NetworkRow> {
    private final Texts texts;
    private final FetchMenu menu;
    private final FontIcon icon = new FontIcon();
    private final Label label = new Label(null, icon);
    private final MenuButton fetch = new MenuButton(null, new FontIcon("fth-download-cloud"));
    private final HBox row;

    NetworkOutcomeCell(Texts texts, FetchMenu menu) {
        this.texts = texts;
        this.menu = menu;
        label.getStyleClass().add("network-outcome");
        fetch.getStyleClass().addAll("network-fetch", "flat", "small", "button-icon", "no-arrow");
        fetch.setAccessibleText(texts.get("fetch.menu"));
        fetch.setTooltip(new Tooltip(texts.get("fetch.menu")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(label, space, fetch);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable NetworkRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Outcome outcome = item.entry().outcome();
        label.setText(menu.state(item.entry()).orElseGet(() -> word(texts, item)));
        label.getStyleClass().setAll("label", "network-outcome", outcome.id());
        icon.setIconLiteral(icon(outcome));
        boolean offered = menu.isOffered(item.entry());
        fetch.setVisible(offered);
        fetch.setManaged(offered);
        fetch.getItems().setAll(menu.items(item.entry()));
        setGraphic(row);
        setTooltip(item.entry().note().isEmpty() ? null : new Tooltip(item.entry().note()));
    }

    /// A file of the project that is not there is something else than one that a server lacks.
    static String word(Texts texts, NetworkRow row) {
        boolean isOfOthers = row.entry().outcome() == Outcome.MISSING && !row.entry().isOwn();
        return texts.get("network.outcome." + (isOfOthers ? "NOT_FETCHED" : row.entry().outcome()));
    }

    private static String icon(Outcome outcome) {
        return switch (outcome) {
            case PROJECT -> "fth-file";
            case BUNDLED -> "fth-package";
            case SUBSTITUTED -> "fth-shuffle";
            case CACHED -> "fth-hard-drive";
            case FETCHED -> "fth-download-cloud";
            case DENIED -> "fth-slash";
            case MISSING -> "fth-alert-circle";
        };
    }
}
