package dev.easel.prompt;

import dev.easel.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The conversation, the newest card in sight.
public final class ConversationView extends StackPane {
    private static final Texts TEXTS = Texts.of(ConversationView.class);

    private final ConversationViewModel model;
    private final VBox list = new VBox();

    public ConversationView(ConversationViewModel model) {
        this.model = model;
        getStyleClass().add("conversation-view");
        list.getStyleClass().add("conversation-list");
        list.setId("conversation");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Whoever reads further up is left there.
        list.heightProperty()
                .addListener((o, before, now) -> {
                    double hidden = before.doubleValue() - scroll.getViewportBounds().getHeight();
                    if (hidden <= 0 || (1 - scroll.getVvalue()) * hidden < 60) {
                        scroll.setVvalue(1);
                    }
                });
        Label empty =
                new Label(TEXTS.get("conversation.empty"), new FontIcon("fth-message-square"));
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(Bindings.isEmpty(model.cards()));
        scroll.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(scroll, empty);
        model.cards().addListener(this::changed);
        model.cards().forEach(card -> list.getChildren().add(new RunCardView(model, card)));
    }

    private void changed(ListChangeListener.Change<? extends RunCard> change) {
        while (change.next()) {
            list.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            int at = change.getFrom();
            for (RunCard card : change.getAddedSubList()) {
                list.getChildren().add(at++, new RunCardView(model, card));
            }
        }
    }
}
