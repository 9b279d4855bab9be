package dev.easel.app;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom: what goes on, and the figures of the run.
final class StatusLineView extends HBox {
    StatusLineView(StatusViewModel model) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(12, 12);
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
        getChildren().addAll(wheel, state, gap, figures);
    }
}
