package dev.easel.preview;

import atlantafx.base.theme.Styles;
import dev.easel.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// The rows of the network tab.
final class NetworkTable extends TableView<NetworkRow> {
    private final FetchMenu menu;
    private final Texts texts;
    private final TableColumn<NetworkRow, String> note;

    NetworkTable(ObservableList<NetworkRow> rows, FetchMenu menu, Texts texts) {
        super(rows);
        this.menu = menu;
        this.texts = texts;
        setId("networkTable");
        getStyleClass().addAll("network-table", Styles.DENSE);
        setAccessibleText(texts.get("network.list"));
        setPlaceholder(new Label(texts.get("network.empty")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<NetworkRow, String> method = column("network.method", NetworkTable::method);
        width(method, 84, 96);
        TableColumn<NetworkRow, NetworkRow> address = column("network.url", r -> r);
        address.setCellFactory(c -> new AddressCell());
        address.setMinWidth(140);
        address.setPrefWidth(330);
        TableColumn<NetworkRow, String> kind = column("network.kind", this::kind);
        width(kind, 64, 80);
        TableColumn<NetworkRow, NetworkRow> outcome = column("network.outcome", r -> r);
        outcome.setCellFactory(c -> new NetworkOutcomeCell(texts, menu));
        width(outcome, 176, 200);
        TableColumn<NetworkRow, String> bytes = column("network.bytes", NetworkTable::size);
        width(bytes, 66, 80);
        bytes.getStyleClass().add(Pos.CENTER_RIGHT.name().toLowerCase(java.util.Locale.ROOT));
        note = column("network.note", r -> r.entry().note());
        note.setMinWidth(60);
        note.setPrefWidth(190);
        getColumns().add(method);
        getColumns().add(address);
        getColumns().add(kind);
        getColumns().add(outcome);
        getColumns().add(bytes);
        getColumns().add(note);
        setRowFactory(t -> row());
    }

    private static void width(TableColumn<?, ?> column, double least, double most) {
        column.setMinWidth(least);
        column.setPrefWidth(least);
        column.setMaxWidth(most);
    }

    private <T> TableColumn<NetworkRow, T> column(String key, Function<NetworkRow, T> value) {
        TableColumn<NetworkRow, T> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(
                c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())).getReadOnlyProperty());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /// Notes have no place here while the details, which say them whole, stand beside.
    void showNotes(boolean shown) {
        note.setVisible(shown);
    }

    private TableRow<NetworkRow> row() {
        TableRow<NetworkRow> row = new TableRow<>();
        row.setOnContextMenuRequested(e -> {
            if (row.getItem() != null) {
                contextMenu(row.getItem()).show(row, e.getScreenX(), e.getScreenY());
            }
        });
        return row;
    }

    private ContextMenu contextMenu(NetworkRow row) {
        ContextMenu result = new ContextMenu();
        result.getItems().addAll(menu.items(row.entry()));
        if (!result.getItems().isEmpty()) {
            result.getItems().add(new SeparatorMenuItem());
        }
        MenuItem copy = new MenuItem(texts.get("network.copy.url"));
        copy.setOnAction(e -> copy(row.entry().url()));
        result.getItems().add(copy);
        return result;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String method(NetworkRow row) {
        return row.count() == 1 ? row.entry().method() : row.entry().method() + "  ×" + row.count();
    }

    private String kind(NetworkRow row) {
        return NetworkDetailView.kind(row.entry(), texts);
    }

    private static String size(NetworkRow row) {
        return row.entry().bytes() == 0 ? "" : ByteCount.of(row.entry().bytes());
    }

    /// Keeps host and file name when there is no room for all.
    private static final class AddressCell extends TableCell<NetworkRow, NetworkRow> {
        AddressCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable NetworkRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(item.address());
            Tooltip whole = new Tooltip(item.entry().url());
            whole.setWrapText(true);
            whole.setMaxWidth(640);
            setTooltip(whole);
        }
    }
}
