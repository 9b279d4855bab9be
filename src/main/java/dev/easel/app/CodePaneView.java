package dev.easel.app;

import dev.easel.editor.CodeView;
import dev.easel.editor.DiffView;
import dev.easel.editor.DiffViewModel;
import javafx.scene.layout.StackPane;

/// The code, or what changed in it, in one place.
final class CodePaneView extends StackPane {
    CodePaneView(CodeView code, DiffView diff, DiffViewModel model) {
        getChildren().addAll(code, diff);
        diff.visibleProperty().bind(model.openProperty());
        code.visibleProperty().bind(model.openProperty().not());
    }
}
