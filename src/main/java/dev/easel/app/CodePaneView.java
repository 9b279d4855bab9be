package dev.easel.app;

import dev.easel.editor.CodeView;
import dev.easel.editor.DiffView;
import dev.easel.editor.DiffViewModel;
import javafx.scene.layout.StackPane;

/// The code, or what changed in it, in one place.
final class CodePaneView extends StackPane {
    CodePaneView(CodeView code, DiffView diff, DiffViewModel model) {
        getChildren().add(code);
        code.visibleProperty().bind(model.openProperty().not());
        model.openProperty()
                .subscribe(open -> {
                    getChildren().remove(diff);
                    if (open) {
                        getChildren().add(diff);
                    }
                });
    }
}
