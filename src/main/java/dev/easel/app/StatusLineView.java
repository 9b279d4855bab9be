package dev.easel.app;

import dev.easel.prompt.RetryView;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line at the bottom: what goes on, and the figures of the run.
final class StatusLineView extends HBox {
    private static final Texts TEXTS = Texts.of(StatusLineView.class);

    /// @param showRequests opens the list behind the proof
    /// @param retries for a run that waits for its next attempt
    /// @param showCosts opens the sums
    StatusLineView(
            StatusViewModel model,
            RetryView.Actions retries,
            Runnable showRequests,
            Runnable showCosts) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Wheel wheel = new Wheel(12);
        wheel.visibleProperty().bind(model.busyProperty());
        wheel.managedProperty().bind(model.busyProperty());
        Label state = new Label();
        state.setId("statusState");
        state.getStyleClass().add("state");
        state.textProperty().bind(model.stateProperty());
        state.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label figures = new Label();
        figures.setId("statusFigures");
        figures.textProperty().bind(model.figuresProperty());
        RetryView retry =
                new RetryView(model.retryProperty(), retries, false, InstantSource.system());
        // What waits says so itself.
        state.visibleProperty().bind(retry.visibleProperty().not());
        state.managedProperty().bind(state.visibleProperty());
        getChildren()
                .addAll(
                        wheel,
                        state,
                        retry,
                        gap,
                        figures,
                        spent(model, showCosts),
                        proof(model, showRequests));
    }

    private static Hyperlink spent(StatusViewModel model, Runnable showCosts) {
        Hyperlink spent = new Hyperlink(null, new FontIcon("fth-dollar-sign"));
        spent.setId("statusSpent");
        spent.getStyleClass().add("proof");
        spent.setTooltip(new Tooltip(TEXTS.get("status.spent.tip")));
        spent.setMinWidth(USE_PREF_SIZE);
        spent.textProperty().bind(model.spentProperty());
        spent.visibleProperty().bind(model.spentProperty().isNotEmpty());
        spent.managedProperty().bind(spent.visibleProperty());
        spent.setOnAction(e -> {
            spent.setVisited(false);
            showCosts.run();
        });
        return spent;
    }

    private static Hyperlink proof(StatusViewModel model, Runnable showRequests) {
        FontIcon icon = new FontIcon("fth-shield");
        Hyperlink proof = new Hyperlink(null, icon);
        proof.setId("statusProof");
        proof.getStyleClass().add("proof");
        proof.setTooltip(new Tooltip(TEXTS.get("status.proof.tip")));
        proof.setMinWidth(USE_PREF_SIZE);
        proof.setOnAction(e -> {
            proof.setVisited(false);
            showRequests.run();
        });
        model.departuresProperty()
                .subscribe(left -> {
                    proof.setText(TEXTS.get("status.proof", left.longValue()));
                    icon.setIconLiteral(left.longValue() == 0 ? "fth-shield" : "fth-upload-cloud");
                });
        return proof;
    }
}
