package dev.easel.preview.guard;

import org.jspecify.annotations.Nullable;

/// A loop or function of the original text.
///
/// @param to behind it
/// @param head null for a function
record Range(int from, int to, @Nullable LoopHead head) {
    boolean isLoop() {
        return head != null;
    }

    /// Whether it is a loop whose head makes it end.
    boolean isCounted() {
        return head != null && head.isCounted();
    }

    boolean contains(int offset) {
        return from <= offset && offset < to;
    }

    Range shifted(java.util.function.IntUnaryOperator place) {
        return new Range(place.applyAsInt(from), place.applyAsInt(to), head);
    }
}
