package dev.easel.preview.guard;

/// A text to be put into another one.
///
/// @param at in front of which character of the original
/// @param check what it checks; -1 for nothing, else where the loop or function begins
/// @param isLoop false for a function
/// @param isOpening whether it belongs to what follows; what belongs to what is before goes first
record Insertion(int at, String text, int check, boolean isLoop, boolean isOpening) {
    static Insertion opening(int at, String text, int check, boolean isLoop) {
        return new Insertion(at, text, check, isLoop, true);
    }

    static Insertion closing(int at, String text) {
        return new Insertion(at, text, -1, false, false);
    }

    /// In an attribute's value, which may have no quotes.
    Insertion inAttribute() {
        return new Insertion(at, text.replace(">", "&gt;"), check, isLoop, isOpening);
    }

    Insertion shifted(java.util.function.IntUnaryOperator place) {
        return new Insertion(
                place.applyAsInt(at),
                text,
                check < 0 ? check : place.applyAsInt(check),
                isLoop,
                isOpening);
    }
}
