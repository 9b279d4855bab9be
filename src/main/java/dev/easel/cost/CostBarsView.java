package dev.easel.cost;

import dev.easel.project.Spent;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Sums with their names, each with a bar as long as its share of the largest.
final class CostBarsView extends GridPane {
    private static final double NAME_WIDTH = 210;
    private static final double BAR_WIDTH = 140;
    private static final double LEAST = 2;

    private long largest;

    CostBarsView(String id) {
        setId(id);
        getStyleClass().add("cost-bars");
        setHgap(12);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints bars = new ColumnConstraints(BAR_WIDTH);
        ColumnConstraints amounts = new ColumnConstraints();
        amounts.setHgrow(Priority.ALWAYS);
        amounts.setHalignment(HPos.LEFT);
        getColumnConstraints().addAll(names, bars, amounts);
    }

    /// Adds a line.
    void add(String name, Spent spent) {
        Label title = new Label(name);
        title.setTooltip(new Tooltip(name));
        Region bar = new Region();
        bar.getStyleClass().add("cost-bar");
        bar.setMinHeight(8);
        bar.setMaxHeight(8);
        bar.setUserData(spent.nanoUsd());
        Label amount = new Label(CostWords.of(spent));
        amount.getStyleClass().add("cost-amount");
        addRow(getRowCount(), title, bar, amount);
        largest = Math.max(largest, spent.nanoUsd());
        getChildren().stream()
                .filter(n -> n instanceof Region r && r.getUserData() instanceof Long)
                .forEach(n -> scale((Region) n));
    }

    private void scale(Region bar) {
        long nano = (Long) bar.getUserData();
        double width = nano == 0 ? 0 : Math.max(LEAST, BAR_WIDTH * nano / largest);
        bar.setMaxWidth(width);
        bar.setVisible(nano > 0);
    }
}
