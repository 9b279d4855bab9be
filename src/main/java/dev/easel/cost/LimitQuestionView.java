package dev.easel.cost;

import dev.easel.cost.LimitQuestionViewModel.Question;
import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks above the prompt whether a run may pass the limit of the day. What was typed stays where it
/// is, in sight. Invisible otherwise, and then no obstacle to the mouse.
public final class LimitQuestionView extends StackPane {
    private static final Texts TEXTS = Texts.of(LimitQuestionView.class);
    private static final double WIDTH = 460;

    private final LimitQuestionViewModel model;
    private @Nullable Node before;

    public LimitQuestionView(LimitQuestionViewModel model) {
        this.model = model;
        getStyleClass().add("limit-place");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.questionProperty().addListener((o, before, now) -> show(now));
    }

    private void show(@Nullable Question question) {
        setVisible(question != null);
        getChildren().clear();
        if (question == null) {
            giveFocusBack();
            return;
        }
        Button cancel = button("limitCancel", TEXTS.get("ask.cancel"), model::dismiss);
        getChildren().add(card(question, cancel));
        if (question.takesFocus()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
            cancel.requestFocus();
        }
    }

    private void giveFocusBack() {
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private VBox card(Question question, Button cancel) {
        Label title = new Label(TEXTS.get("ask.title"), new FontIcon("fth-pause-circle"));
        title.getStyleClass().add("title");
        Label text = new Label(question.over().text());
        text.setId("limitText");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button raise =
                button(
                        "limitRaise",
                        TEXTS.get("ask.raise", Dollars.text(question.over().raised())),
                        model::raise);
        Button run = button("limitRun", TEXTS.get("ask.run"), model::runAnyway);
        run.getStyleClass().add("accent");
        FlowPane buttons = new FlowPane(8, 8, cancel, raise, run);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(12, title, text, buttons);
        card.setId("limitQuestion");
        card.getStyleClass().add("limit-question");
        card.setMaxSize(WIDTH, USE_PREF_SIZE);
        return card;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.dismiss();
            event.consume();
        }
    }
}
