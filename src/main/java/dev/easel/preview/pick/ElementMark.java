package dev.easel.preview.pick;

import java.util.List;

/// Where an element of the page is and what it is called.
///
/// @param tag local name, e.g. `div`
/// @param width of its border box in CSS pixels, before transforms
/// @param height as the width
/// @param boxes margin, border, padding and content box, from the outside in
record ElementMark(
        String tag,
        String id,
        List<String> classes,
        double width,
        double height,
        List<Quad> boxes) {
    /// A box as it is seen, maybe turned: the corners clockwise, x and y in CSS pixels of the
    /// page's view.
    record Quad(List<Double> corners) {
        Quad {
            if (corners.size() != 8) {
                throw new IllegalArgumentException("Four corners have eight numbers");
            }
        }

        double top() {
            return Math.min(
                    Math.min(corners.get(1), corners.get(3)),
                    Math.min(corners.get(5), corners.get(7)));
        }

        double bottom() {
            return Math.max(
                    Math.max(corners.get(1), corners.get(3)),
                    Math.max(corners.get(5), corners.get(7)));
        }

        double left() {
            return Math.min(
                    Math.min(corners.get(0), corners.get(2)),
                    Math.min(corners.get(4), corners.get(6)));
        }
    }

    ElementMark {
        classes = List.copyOf(classes);
        boxes = List.copyOf(boxes);
        if (boxes.size() != 4) {
            throw new IllegalArgumentException("An element has four boxes");
        }
    }

    /// E.g. `div#main.card.wide`.
    String name() {
        StringBuilder name = new StringBuilder(tag);
        if (!id.isEmpty()) {
            name.append('#').append(id);
        }
        classes.forEach(c -> name.append('.').append(c));
        return name.toString();
    }

    /// The box inside the margin.
    Quad border() {
        return boxes.get(1);
    }
}
