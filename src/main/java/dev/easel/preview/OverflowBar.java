package dev.easel.preview;

import dev.easel.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of controls; those that do not fit go into a menu at its end, the least needed first.
///
/// The first control gives way before others go, and takes what is left over up to its preferred
/// width. What comes after [Part#atEnd()] stands at the right.
final class OverflowBar extends Region {
    private static final double GAP = 4;

    /// One control.
    ///
    /// @param rank 0 stays whatever happens; the highest goes first
    /// @param menu what stands for it in the menu; may be empty
    record Part(Node node, int rank, boolean atEnd, List<? extends MenuItem> menu) {}

    private final List<Part> parts;
    private final MenuButton more = new MenuButton(null, new FontIcon("fth-more-horizontal"));

    OverflowBar(List<Part> parts, Texts texts) {
        this.parts = List.copyOf(parts);
        more.setId("previewMore");
        more.getStyleClass().addAll("button-icon", "flat", "small", "no-arrow");
        more.setAccessibleText(texts.get("toolbar.more"));
        more.setTooltip(new javafx.scene.control.Tooltip(texts.get("toolbar.more")));
        parts.forEach(part -> getChildren().add(part.node()));
        getChildren().add(more);
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets() + width(parts.stream().filter(p -> p.rank() == 0).toList(), true);
    }

    @Override
    protected double computePrefWidth(double height) {
        double first = parts.getFirst().node().prefWidth(-1) - least(parts.getFirst());
        return insets() + first + width(parts, false);
    }

    @Override
    protected double computePrefHeight(double width) {
        double highest = getChildren().stream().mapToDouble(n -> n.prefHeight(-1)).max().orElse(0);
        return getInsets().getTop() + highest + getInsets().getBottom();
    }

    private double insets() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private double width(List<Part> shown, boolean withMore) {
        double sum = shown.stream().mapToDouble(p -> least(p) + GAP).sum() - GAP;
        return withMore ? sum + GAP + more.prefWidth(-1) : sum;
    }

    private double least(Part part) {
        return part == parts.getFirst() ? part.node().minWidth(-1) : part.node().prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - insets();
        List<Part> shown = new ArrayList<>(parts);
        boolean crowded = false;
        while (width(shown, crowded) > room) {
            Part last = shown.stream().max(Comparator.comparingInt(Part::rank)).orElseThrow();
            if (last.rank() == 0) {
                break;
            }
            shown.remove(last);
            crowded = crowded || !last.menu().isEmpty();
        }
        parts.forEach(part -> part.node().setVisible(shown.contains(part)));
        more.setVisible(crowded);
        fill(shown);
        place(shown, room, crowded);
    }

    private void fill(List<Part> shown) {
        List<MenuItem> items = new ArrayList<>();
        parts.stream().filter(p -> !shown.contains(p)).forEach(p -> items.addAll(p.menu()));
        if (!items.equals(more.getItems())) {
            more.getItems().setAll(items);
        }
    }

    private void place(List<Part> shown, double room, boolean crowded) {
        double spare = room - width(shown, crowded);
        double x = getInsets().getLeft();
        for (Part part : shown) {
            if (part.atEnd()) {
                continue;
            }
            boolean first = part == parts.getFirst();
            double extra =
                    Math.clamp(part.node().prefWidth(-1) - least(part), 0, Math.max(0, spare));
            x = put(part.node(), x, least(part) + (first ? extra : 0));
        }
        double end = getWidth() - getInsets().getRight();
        if (crowded) {
            end = putBefore(more, end);
        }
        for (Part part : shown.reversed()) {
            if (part.atEnd()) {
                end = putBefore(part.node(), end);
            }
        }
    }

    private double put(Node node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(
                snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
        return x + width + GAP;
    }

    private double putBefore(Node node, double end) {
        double width = node.prefWidth(-1);
        put(node, end - width, width);
        return end - width - GAP;
    }
}
