package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.text.Texts;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The network tab: every request, and that none of them left the computer.
final class NetworkView extends Tab {
    private final Preview preview;
    private final Texts texts;
    private final Label summary = new Label();

    NetworkView(Preview preview, Texts texts) {
        this.preview = preview;
        this.texts = texts;
        setId("networkTab");
        setClosable(false);
        summary.setId("networkSummary");
        TableView<NetworkEntry> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        setContent(new VBox(PanelBar.of(summary, forget()), table));
        InvalidationListener changed = o -> count();
        preview.requests().addListener(changed);
        count();
    }

    private Button forget() {
        Button forget =
                PanelBar.button("networkForget", "fth-trash-2", texts.get("network.forget"));
        forget.setOnAction(e -> preview.clearStorage());
        forget.disableProperty().bind(preview.stateProperty().isNotEqualTo(Preview.State.SHOWN));
        return forget;
    }

    private TableView<NetworkEntry> table() {
        TableView<NetworkEntry> table = new TableView<>(preview.requests());
        table.setId("networkTable");
        table.getStyleClass().addAll("network-table", Styles.DENSE);
        table.setAccessibleText(texts.get("network.list"));
        table.setPlaceholder(new Label(texts.get("network.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<NetworkEntry, String> url = column("network.url", NetworkView::address);
        TableColumn<NetworkEntry, NetworkEntry> outcome = column("network.outcome", e -> e);
        outcome.setCellFactory(c -> new NetworkOutcomeCell(texts));
        outcome.setMaxWidth(190);
        outcome.setMinWidth(170);
        TableColumn<NetworkEntry, String> bytes = column("network.bytes", NetworkView::size);
        bytes.setMaxWidth(90);
        bytes.setMinWidth(80);
        bytes.getStyleClass().add(Pos.CENTER_RIGHT.name().toLowerCase(java.util.Locale.ROOT));
        table.getColumns().add(url);
        table.getColumns().add(outcome);
        table.getColumns().add(bytes);
        return table;
    }

    private <T> TableColumn<NetworkEntry, T> column(String key, Function<NetworkEntry, T> value) {
        TableColumn<NetworkEntry, T> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(
                c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())).getReadOnlyProperty());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void count() {
        long denied = requests(Set.of(Outcome.DENIED));
        long missing = requests(Set.of(Outcome.MISSING));
        String text =
                texts.get(
                        "network.summary",
                        preview.requests().size(),
                        requests(Set.of(Outcome.BUNDLED, Outcome.SUBSTITUTED)),
                        denied);
        summary.setText(missing == 0 ? text : text + ", " + texts.get("network.missing", missing));
        setText(denied == 0 ? texts.get("network.tab") : texts.get("network.tab.denied", denied));
    }

    private long requests(Set<Outcome> outcomes) {
        return preview.requests().stream().filter(e -> outcomes.contains(e.outcome())).count();
    }

    /// The project's own files by their paths, everything else by its whole address.
    private static String address(NetworkEntry entry) {
        return entry.outcome() == Outcome.PROJECT || entry.outcome() == Outcome.MISSING
                ? entry.url().replaceFirst("^https://[^/]+/", "")
                : entry.url();
    }

    private static String size(NetworkEntry entry) {
        long bytes = entry.bytes();
        if (bytes == 0) {
            return "";
        }
        return bytes < 1_000
                ? bytes + " B"
                : bytes < 1_000_000
                        ? Math.round(bytes / 1_000.0) + " kB"
                        : Math.round(bytes / 100_000.0) / 10.0 + " MB";
    }
}
