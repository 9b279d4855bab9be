package dev.easel.prompt;

import dev.easel.image.ImageReading;
import dev.easel.project.ImageNote;
import dev.easel.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// The images that went along with a prompt; a click shows one large.
final class RunImagesView extends FlowPane {
    private static final Texts TEXTS = Texts.of(RunImagesView.class);
    private static final double SIZE = 44;

    private final ConversationViewModel model;
    private final RunCard card;

    RunImagesView(ConversationViewModel model, RunCard card) {
        this.model = model;
        this.card = card;
        getStyleClass().add("run-images");
        List<ImageNote> images = card.images();
        for (int i = 0; i < images.size(); i++) {
            getChildren().add(image(images.get(i), i));
        }
        setVisible(!images.isEmpty());
        setManaged(isVisible());
    }

    private Button image(ImageNote note, int index) {
        Button button = new Button(null, new ThumbnailView(note, SIZE));
        button.getStyleClass().addAll("flat", "run-image");
        String described = note.name() + "\n" + ImageReading.describe(note);
        button.setTooltip(new Tooltip(described));
        button.setAccessibleText(TEXTS.get("image.show", described));
        button.setOnAction(e ->
                model.images(
                        card,
                        images -> {
                            if (index < images.size() && getScene() != null) {
                                new ImageDialog(getScene().getWindow(), images.get(index)).show();
                            }
                        }));
        return button;
    }
}
