package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleTable;
import dev.easel.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What a page gave to `console.table`, as a grid.
final class ConsoleTableView extends GridPane {
    private static final int MOST_ROWS = 50;

    ConsoleTableView(ConsoleTable table, Texts texts) {
        getStyleClass().add("console-grid");
        setMaxWidth(USE_PREF_SIZE);
        row(0, table.columns(), "heading");
        int shown = Math.min(MOST_ROWS, table.rows().size());
        for (int i = 0; i < shown; i++) {
            row(i + 1, table.rows().get(i), i % 2 == 0 ? "even" : "odd");
        }
        table.columns().forEach(c -> getColumnConstraints().add(column()));
        long more = table.more() + table.rows().size() - shown;
        if (more > 0) {
            Label rest = new Label(texts.get("console.more", more));
            rest.getStyleClass().addAll("cell", "more");
            add(rest, 0, shown + 1, table.columns().size(), 1);
        }
    }

    private static ColumnConstraints column() {
        ColumnConstraints column = new ColumnConstraints();
        column.setFillWidth(true);
        column.setHgrow(Priority.SOMETIMES);
        return column;
    }

    private void row(int at, List<String> cells, String style) {
        for (int i = 0; i < cells.size(); i++) {
            Label cell = new Label(cells.get(i));
            cell.getStyleClass().addAll("cell", style);
            if (i == 0) {
                cell.getStyleClass().add("index");
            }
            cell.setMaxWidth(Double.MAX_VALUE);
            add(cell, i, at);
        }
    }
}
