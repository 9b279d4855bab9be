package dev.easel.preview;

import dev.easel.preview.guard.StoppedLoop;

/// What the user should know of a page's running.
sealed interface GuardStatus {
    /// All is well.
    record Quiet() implements GuardStatus {}

    /// Code was stopped; the rest of the page goes on.
    record Stopped(StoppedLoop loop) implements GuardStatus {}

    /// It hung again and again: none of its code runs any more.
    record StoppedForGood(StoppedLoop loop) implements GuardStatus {}

    /// The page is shown without its scripts.
    ///
    /// @param hung because the window did not answer the last time
    record Held(boolean hung) implements GuardStatus {}

    /// The page takes so much memory that the machine will suffer.
    record Large(long bytes) implements GuardStatus {}
}
