package dev.easel.preview.guard;

/// A loop or function of the original text.
///
/// @param to behind it
/// @param isCounted for a loop: whether its head makes it end
record Range(int from, int to, boolean isLoop, boolean isCounted) {
    boolean contains(int offset) {
        return from <= offset && offset < to;
    }

    Range shifted(java.util.function.IntUnaryOperator place) {
        return new Range(place.applyAsInt(from), place.applyAsInt(to), isLoop, isCounted);
    }
}
