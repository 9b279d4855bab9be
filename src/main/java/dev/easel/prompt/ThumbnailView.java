package dev.easel.prompt;

import dev.easel.project.ImageNote;
import java.io.ByteArrayInputStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;

/// A small square of an image, its middle.
final class ThumbnailView extends ImageView {
    ThumbnailView(ImageNote note, double size) {
        // Some kilobytes: decoding them here takes less than showing a wheel would.
        Image image = new Image(new ByteArrayInputStream(note.thumbnail()));
        setImage(image);
        setFitWidth(size);
        setFitHeight(size);
        setSmooth(true);
        double side = Math.min(image.getWidth(), image.getHeight());
        double x = (image.getWidth() - side) / 2;
        setViewport(new Rectangle2D(x, (image.getHeight() - side) / 2, side, side));
        Rectangle clip = new Rectangle(size, size);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        setClip(clip);
    }
}
