package dev.easel.cost;

import dev.easel.cost.CostsViewModel.State;
import dev.easel.cost.CostsViewModel.Sums;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The section "Costs" of the settings: the limit of a day, what the last days and the dearest
/// projects cost, and where the prices come from.
public final class CostsView extends VBox {
    private static final Texts TEXTS = Texts.of(CostsView.class);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private final CostsViewModel model;
    private final VBox sums = new VBox(10);

    public CostsView(CostsViewModel model) {
        this.model = model;
        getStyleClass().add("settings-section");
        sums.setId("costSums");
        getChildren().addAll(heading("limit", ""), limit(), help("limit.help"), sums);
        InvalidationListener update = o -> show();
        model.stateProperty().addListener(update);
        model.sumsProperty().addListener(update);
        show();
    }

    private Node limit() {
        TextField field = new TextField();
        field.setId("dailyLimit");
        field.setPrefColumnCount(8);
        field.setPromptText(TEXTS.get("costs.limit.none"));
        field.setAccessibleText(TEXTS.get("costs.limit"));
        field.textProperty().bindBidirectional(model.limitProperty());
        Label wrong = new Label(TEXTS.get("costs.limit.wrong"));
        wrong.setId("dailyLimitWrong");
        wrong.getStyleClass().add("cost-wrong");
        wrong.visibleProperty().bind(model.limitRefusedProperty());
        HBox row = new HBox(8, new Label(TEXTS.get("costs.limit.currency")), field, wrong);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show() {
        sums.getChildren().clear();
        switch (model.stateProperty().get()) {
            case LOADING -> sums.getChildren().add(new Wheel(24));
            case EMPTY -> message(TEXTS.get("costs.none"));
            case FAILED -> message(TEXTS.get("costs.failed", model.messageProperty().get()));
            case READY -> showSums(model.sumsProperty().get());
        }
        if (model.stateProperty().get() != State.LOADING) {
            showPrices(model.sumsProperty().get());
        }
    }

    private void message(String text) {
        Label label = new Label(text);
        label.setId("costMessage");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        sums.getChildren().add(label);
    }

    private void showSums(Sums read) {
        CostBarsView days = new CostBarsView("costDays");
        read.days().forEach(d -> days.add(DATE.format(d.date()), d.spent()));
        CostBarsView projects = new CostBarsView("costProjects");
        read.projects().forEach(p -> projects.add(p.project().title(), p.spent()));
        String all = read.days().isEmpty() ? TEXTS.get("costs.nothing") : CostWords.of(read.all());
        sums.getChildren().add(heading("days", all));
        sums.getChildren().add(days);
        sums.getChildren().addAll(heading("projects", ""), projects);
    }

    private void showPrices(Sums read) {
        sums.getChildren().add(heading("prices", ""));
        Label where = new Label(TEXTS.get("costs.prices.text", model.priceFile()));
        where.setId("priceFile");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        where.getStyleClass().add("text-muted");
        sums.getChildren().add(where);
        if (!read.ownPrices()) {
            Button copy = new Button(TEXTS.get("costs.prices.copy"));
            copy.setId("copyPrices");
            copy.getStyleClass().add("small");
            copy.setOnAction(e -> model.copyPrices());
            sums.getChildren().add(copy);
        }
        read.problem()
                .ifPresent(text -> {
                    Label problem = new Label(text);
                    problem.setId("priceProblem");
                    problem.setWrapText(true);
                    problem.setMinHeight(USE_PREF_SIZE);
                    problem.getStyleClass().add("cost-wrong");
                    sums.getChildren().add(problem);
                });
    }

    private static Node heading(String key, String figure) {
        Label label = new Label(TEXTS.get("costs." + key));
        label.getStyleClass().add("settings-heading");
        Label sum = new Label(figure);
        sum.getStyleClass().add("text-muted");
        HBox row = new HBox(10, label, sum);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Label help(String key) {
        Label label = new Label(TEXTS.get("costs." + key));
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
