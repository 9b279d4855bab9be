package dev.easel.preview.guard;

import dev.easel.preview.guard.ScriptParser.Goal;
import java.util.function.IntUnaryOperator;

/// A script inside another text.
///
/// @param code as an engine sees it, decoded
/// @param place where a character of the code is in the other text
record Embedded(String code, IntUnaryOperator place, Goal goal, Where where) {
    /// Where scripts stand.
    enum Where {
        /// The engine says the right lines only for these.
        HTML_SCRIPT,
        /// A script in SVG or XHTML.
        XML_SCRIPT,
        ATTRIBUTE
    }

    /// As it goes into the other text.
    Insertion placed(Insertion insertion) {
        Insertion there = insertion.shifted(place);
        return where == Where.ATTRIBUTE ? there.inAttribute() : there;
    }
}
