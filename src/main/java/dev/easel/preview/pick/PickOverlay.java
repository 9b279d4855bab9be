package dev.easel.preview.pick;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/// The highlight: the four boxes of an element and a label, drawn over the page, so that the page
/// can neither see nor disturb it. While it takes the mouse the page gets nothing of it.
final class PickOverlay extends Pane {
    private static final List<String> PARTS = List.of("margin", "border", "padding", "content");

    private final List<Polygon> boxes = PARTS.stream().map(PickOverlay::box).toList();
    private final Label name = new Label();
    private final Label size = new Label();
    private final Pane label = new javafx.scene.layout.HBox(8, name, size);

    PickOverlay() {
        setId("pickOverlay");
        getStyleClass().add("pick-overlay");
        name.getStyleClass().add("name");
        size.getStyleClass().add("size");
        label.setId("pickLabel");
        label.getStyleClass().add("pick-label");
        getChildren().addAll(boxes);
        getChildren().add(label);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        show(Optional.empty(), 1);
    }

    private static Polygon box(String part) {
        Polygon box = new Polygon();
        box.getStyleClass().add("pick-" + part);
        box.setManaged(false);
        return box;
    }

    /// @param scale pixels of the view for one CSS pixel
    void show(Optional<ElementMark> mark, double scale) {
        getChildren().forEach(node -> node.setVisible(mark.isPresent()));
        mark.ifPresent(m -> {
            for (int i = 0; i < PARTS.size(); i++) {
                boxes.get(i).getPoints().setAll(ring(m, i, scale));
            }
            name.setText(m.name());
            size.setText(Math.round(m.width()) + " × " + Math.round(m.height()));
            label.applyCss();
            label.autosize();
            place(m.border(), scale);
        });
    }

    /// The colours are see-through: each box ends where the next begins, by a cut along one edge.
    private static List<Double> ring(ElementMark mark, int at, double scale) {
        java.util.ArrayList<Double> points = new java.util.ArrayList<>();
        add(points, mark.boxes().get(at), false, scale);
        if (at + 1 < PARTS.size()) {
            add(points, mark.boxes().get(at + 1), true, scale);
        }
        return points;
    }

    private static void add(
            List<Double> points, ElementMark.Quad quad, boolean backwards, double scale) {
        for (int i = 0; i <= 4; i++) {
            int corner = (backwards ? 4 - i : i) % 4;
            points.add(quad.corners().get(2 * corner) * scale);
            points.add(quad.corners().get(2 * corner + 1) * scale);
        }
    }

    /// Above the element, below it where there is no room, else inside.
    private void place(ElementMark.Quad box, double scale) {
        double high = label.getHeight() + 4;
        double y = box.top() * scale - high;
        if (y < 0) {
            y = box.bottom() * scale + 4;
        }
        if (y + high > getHeight()) {
            y = Math.max(4, box.top() * scale + 4);
        }
        double x = Math.min(box.left() * scale, getWidth() - label.getWidth() - 4);
        label.relocate(Math.max(4, x), Math.min(y, Math.max(0, getHeight() - high)));
    }
}
