package dev.easel.preview.pick;

import java.util.List;

/// An element that was picked, as the page told of it: nothing here can be relied on but the sizes
/// of the texts.
///
/// @param selector short, and matched by this element alone; parts in shadow trees and frames are
///   joined by ` >>> `
/// @param html outer HTML, cut
/// @param openingTag the element alone, without what is in it
/// @param text inside it, cut
/// @param styles that say something, in a fixed order
/// @param framed whether it is in a frame, so in another document than the page
public record PickedElement(
        String tag,
        String id,
        List<String> classes,
        int width,
        int height,
        String selector,
        String html,
        String openingTag,
        String text,
        List<Style> styles,
        boolean framed) {
    /// One computed style.
    public record Style(String name, String value) {}

    public PickedElement {
        classes = List.copyOf(classes);
        styles = List.copyOf(styles);
    }
}
