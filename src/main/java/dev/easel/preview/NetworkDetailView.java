package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/// Everything about the selected request, beside the list.
final class NetworkDetailView extends ScrollPane {
    private static final double WIDTH = 290;

    private final FetchMenu menu;
    private final Texts texts;
    private final VBox content = new VBox(6);
    private Optional<NetworkRow> row = Optional.empty();

    NetworkDetailView(FetchMenu menu, Texts texts) {
        this.menu = menu;
        this.texts = texts;
        setId("networkDetail");
        getStyleClass().add("network-detail");
        content.getStyleClass().add("content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        show(Optional.empty());
    }

    /// @param selected empty: there is nothing to be seen here
    void show(Optional<NetworkRow> selected) {
        row = selected;
        setVisible(selected.isPresent());
        setManaged(selected.isPresent());
        content.getChildren().clear();
        selected.ifPresent(this::fill);
    }

    void refresh() {
        show(row);
    }

    private void fill(NetworkRow selected) {
        NetworkEntry entry = selected.entry();
        text(entry.url(), "url");
        text(
                menu.state(entry).orElseGet(() -> NetworkOutcomeCell.word(texts, selected)),
                "outcome",
                "network-outcome",
                entry.outcome().id());
        text(figures(selected), "figures");
        text(sentence(entry.note()), "note");
        menu.failure(entry).ifPresent(why -> text(why, "failure"));
        for (MenuItem item : menu.items(entry, false)) {
            if (!(item instanceof SeparatorMenuItem)) {
                Button button = new Button(item.getText());
                button.setMnemonicParsing(false);
                button.setId(item.getId() + "Button");
                button.getStyleClass().add("small");
                button.setMaxWidth(Double.MAX_VALUE);
                button.setOnAction(e -> item.fire());
                content.getChildren().add(button);
            }
        }
    }

    private void text(String text, String... styles) {
        if (text.isEmpty()) {
            return;
        }
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        content.getChildren().add(label);
    }

    private String figures(NetworkRow selected) {
        NetworkEntry entry = selected.entry();
        String kind = kind(entry, texts);
        return entry.method()
                + (kind.isEmpty() ? "" : "  ·  " + kind)
                + (entry.bytes() == 0 ? "" : "  ·  " + ByteCount.of(entry.bytes()))
                + (selected.count() == 1
                        ? ""
                        : "  ·  " + texts.get("network.times", selected.count()));
    }

    private static String sentence(String note) {
        return note.isEmpty() || note.endsWith(".") ? note : note + ".";
    }

    /// What the page wanted it for, in a word; empty when that is not known.
    static String kind(NetworkEntry entry, Texts texts) {
        return switch (entry.kind()) {
            case "" -> "";
            case "document" -> texts.get("network.kind.document");
            case "script", "style", "image", "font" -> texts.get("network.kind." + entry.kind());
            case "empty" -> texts.get("network.kind.data");
            case "iframe", "frame" -> texts.get("network.kind.frame");
            default -> entry.kind();
        };
    }
}
