package dev.easel.editor;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/// The font and colours of code as the style sheets give them, for nodes that change their colour
/// too often to be styled one by one: an unseen text for each class.
final class PaletteView extends Group {
    private final Map<String, Text> samples = new HashMap<>();
    private final Text plain = sample("");
    private Runnable changed = () -> {};

    PaletteView() {
        setManaged(false);
        setVisible(false);
    }

    private Text sample(String style) {
        Text text = new Text();
        text.getStyleClass().add("text");
        if (!style.isEmpty()) {
            text.getStyleClass().add(style);
        }
        getChildren().add(text);
        text.applyCss();
        text.fillProperty().addListener(o -> changed.run());
        return text;
    }

    /// @param action to be run when colours have become others
    void onChange(Runnable action) {
        changed = action;
    }

    /// Gives a text the font of code.
    void dress(Text text) {
        text.fontProperty().bind(plain.fontProperty());
        text.fontSmoothingTypeProperty().bind(plain.fontSmoothingTypeProperty());
    }

    /// @param style one of the lexer's, or empty
    Paint paint(String style) {
        return style.isEmpty()
                ? plain.getFill()
                : samples.computeIfAbsent(style, this::sample).getFill();
    }
}
