package dev.easel.prompt;

import dev.easel.image.ImageReading;
import dev.easel.image.Pixels;
import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.prompt.AttachmentsViewModel.Item;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The images beside the prompt: a chip each, which a click shows large and Delete takes away.
final class AttachmentsView extends VBox {
    private static final Texts TEXTS = Texts.of(AttachmentsView.class);
    private static final double SMALL = 28;
    private static final int NAMED = 2;

    private final AttachmentsViewModel model;
    private final FlowPane chips = new FlowPane();

    AttachmentsView(AttachmentsViewModel model) {
        this.model = model;
        setId("attachments");
        getStyleClass().add("attachments");
        chips.getStyleClass().add("attachment-chips");
        // The pane's least height is asked for without a width.
        chips.prefWrapLengthProperty().bind(widthProperty());
        Label problem = new Label(null, new FontIcon("fth-alert-circle"));
        problem.setId("attachmentProblem");
        problem.getStyleClass().add("attachment-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(chips, problem);
        model.items().addListener((ListChangeListener<Item>) c -> update());
        model.problemProperty().addListener(o -> showIfAny());
        update();
    }

    private void update() {
        chips.getChildren().setAll(model.items().stream().map(this::chip).toList());
        boolean any = !model.items().isEmpty();
        chips.setVisible(any);
        chips.setManaged(any);
        showIfAny();
    }

    private void showIfAny() {
        setVisible(!model.items().isEmpty() || !model.problemProperty().get().isEmpty());
        setManaged(isVisible());
    }

    private Node chip(Item item) {
        Button show = new Button();
        show.getStyleClass().addAll("flat", "small", "attachment-image");
        // Many stay one row: their names are in the tooltips.
        show.setContentDisplay(
                model.items().size() > NAMED ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        show.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
                remove(item);
                key.consume();
            }
        });
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.getStyleClass().addAll("button-icon", "flat", "small", "attachment-remove");
        remove.setTooltip(new Tooltip(TEXTS.get("attach.remove")));
        remove.setAccessibleText(TEXTS.get("attach.removeNamed", item.name()));
        remove.setOnAction(e -> remove(item));
        HBox chip = new HBox(show, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("attachment");
        item.attachmentProperty().addListener((o, before, now) -> show(show, item, now));
        show(show, item, item.attachmentProperty().get());
        return chip;
    }

    private void remove(Item item) {
        int at = model.items().indexOf(item);
        model.remove(item);
        // The keys go on with the next one.
        if (!chips.getChildren().isEmpty()) {
            Node next = chips.getChildren().get(Math.min(at, chips.getChildren().size() - 1));
            next.lookup(".attachment-image").requestFocus();
        }
    }

    private void show(Button button, Item item, Optional<Attachment> attachment) {
        if (attachment.isEmpty()) {
            button.setGraphic(new Wheel(16));
            button.setText(item.name());
            return;
        }
        ImageNote note = attachment.get().note();
        button.setGraphic(new ThumbnailView(note, SMALL));
        button.setText(note.name());
        String described = note.name() + "\n" + ImageReading.describe(note);
        button.setTooltip(new Tooltip(described));
        button.setAccessibleText(described);
        button.setOnAction(e -> new ImageDialog(getScene().getWindow(), attachment.get()).show());
    }

    /// Whether a clipboard or what is dragged has images.
    static boolean hasImages(Clipboard clipboard) {
        if (clipboard.hasFiles()) {
            return AttachmentsViewModel.areImages(clipboard.getFiles().stream().map(File::toPath));
        }
        // Office programs copy a picture of every text.
        return clipboard.hasImage() && !(clipboard.hasString() && !clipboard.hasUrl());
    }

    /// Attaches what a clipboard or what is dragged has.
    ///
    /// @return whether that was anything
    boolean take(Clipboard clipboard) {
        List<File> files = clipboard.getFiles();
        if (files != null && !files.isEmpty()) {
            model.addFiles(files.stream().map(File::toPath).toList());
            return true;
        }
        Image image = clipboard.getImage();
        if (image == null) {
            return false;
        }
        model.add(TEXTS.get("attach.pasted"), () -> pixels(image));
        return true;
    }

    /// Attaches files.
    void take(List<Path> files) {
        model.addFiles(files);
    }

    /// @param image complete, and not changed any more
    static Pixels pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Pixels(width, height, argb);
    }
}
