package dev.easel.prompt;

import dev.easel.project.ImageNote;
import java.util.Base64;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;

/// A small square of an image, its middle.
final class ThumbnailView extends ImageView {
    ThumbnailView(ImageNote note, double size) {
        Image image = new Image(address(note.mimeType(), note.thumbnail()), true);
        setImage(image);
        setFitWidth(size);
        setFitHeight(size);
        setSmooth(true);
        Rectangle clip = new Rectangle(size, size);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        setClip(clip);
        image.progressProperty().addListener(o -> crop(image));
        crop(image);
    }

    private void crop(Image image) {
        double side = Math.min(image.getWidth(), image.getHeight());
        if (side > 0) {
            double x = (image.getWidth() - side) / 2;
            setViewport(new Rectangle2D(x, (image.getHeight() - side) / 2, side, side));
        }
    }

    /// An address under which the toolkit decodes an image on a thread of its own.
    static String address(String mimeType, byte[] bytes) {
        return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
