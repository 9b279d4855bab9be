package dev.easel.app;

import dev.easel.text.Texts;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The banner under the top bar: what the user must know, until it is closed.
final class ProblemView extends HBox {
    private static final Texts TEXTS = Texts.of(ProblemView.class);

    /// @param problem empty for none
    ProblemView(StringProperty problem) {
        getStyleClass().add("problem-banner");
        setId("problem");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label(null, new FontIcon("fth-alert-triangle"));
        text.textProperty().bind(problem);
        text.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(TEXTS.get("problem.close"));
        close.setOnAction(e -> problem.set(""));
        getChildren().addAll(text, gap, close);
        visibleProperty().bind(problem.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
