package dev.easel.preview.dialog;

/// What became of a [PageQuestion].
///
/// @param value what was typed or chosen; empty unless the kind is GIVEN
public record PageAnswer(Kind kind, String value) {
    /// How a question ended.
    public enum Kind {
        /// Somebody agreed.
        GIVEN,
        /// Somebody declined, or the page's dialogs are silenced, or too many are open.
        REFUSED,
        /// The page went away while it waited.
        ENDED,
        /// The page asked while a frame is drawn, when nothing may wait: it can ask again after it.
        LATER,
        /// Nobody is there to answer.
        UNATTENDED
    }

    static final PageAnswer REFUSED = new PageAnswer(Kind.REFUSED, "");
    static final PageAnswer ENDED = new PageAnswer(Kind.ENDED, "");
    static final PageAnswer LATER = new PageAnswer(Kind.LATER, "");
    static final PageAnswer UNATTENDED = new PageAnswer(Kind.UNATTENDED, "");

    static PageAnswer given(String value) {
        return new PageAnswer(Kind.GIVEN, value);
    }

    /// Whether somebody agreed.
    public boolean isGiven() {
        return kind == Kind.GIVEN;
    }
}
