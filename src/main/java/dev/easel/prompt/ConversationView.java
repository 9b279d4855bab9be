package dev.easel.prompt;

import dev.easel.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The conversation, the newest card in sight.
public final class ConversationView extends StackPane {
    private static final Texts TEXTS = Texts.of(ConversationView.class);

    private static final double NEAR = 4;

    private final ConversationViewModel model;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private boolean follows = true;
    private boolean isByHand;

    public ConversationView(ConversationViewModel model) {
        this.model = model;
        getStyleClass().add("conversation-view");
        list.getStyleClass().add("conversation-list");
        list.setId("conversation");
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Whoever reads further up is left there, until the next card comes. The scroll pane itself
        // moves as well, when its content grows.
        scroll.addEventFilter(ScrollEvent.SCROLL, e -> isByHand = true);
        scroll.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> isByHand = true);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, e -> isByHand = true);
        scroll.vvalueProperty().addListener(o -> moved());
        list.heightProperty().addListener(o -> settle());
        scroll.viewportBoundsProperty().addListener(o -> settle());
        Label empty =
                new Label(TEXTS.get("conversation.empty"), new FontIcon("fth-message-square"));
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(Bindings.isEmpty(model.cards()));
        scroll.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(scroll, empty);
        model.cards().addListener(this::changed);
        model.cards().forEach(card -> list.getChildren().add(new RunCardView(model, card)));
    }

    /// Pixels below what is seen.
    private double hidden() {
        double beyond = list.getHeight() - scroll.getViewportBounds().getHeight();
        return beyond <= 0 ? 0 : (1 - scroll.getVvalue()) * beyond;
    }

    private void moved() {
        if (isByHand) {
            isByHand = false;
            follows = hidden() < NEAR;
        } else {
            settle();
        }
    }

    private void settle() {
        isByHand = false;
        if (follows && scroll.getVvalue() < 1) {
            scroll.setVvalue(1);
        }
    }

    private void changed(ListChangeListener.Change<? extends RunCard> change) {
        while (change.next()) {
            list.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            int at = change.getFrom();
            follows |= change.wasAdded();
            for (RunCard card : change.getAddedSubList()) {
                list.getChildren().add(at++, new RunCardView(model, card));
            }
        }
    }
}
