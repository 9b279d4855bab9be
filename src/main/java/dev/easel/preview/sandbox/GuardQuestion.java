package dev.easel.preview.sandbox;

import dev.easel.preview.guard.MadeKind;

/// What the bridge in a page asks, to be answered at once. The page could have asked it too.
public sealed interface GuardQuestion {
    /// May the code that runs now go on?
    ///
    /// @param stack where it is; empty when it does not say
    /// @param isFresh whether a task has begun since the last question
    /// @param isStopped whether the bridge has stopped it on its own, unheard
    /// @param number of the check in a script made at run time; 0 for others
    record Task(String stack, int number, boolean isFresh, boolean isStopped)
            implements GuardQuestion {}

    /// Code that the page is about to run, to be given back with checks.
    ///
    /// @param kind what it is
    record Made(MadeKind kind, String code) implements GuardQuestion {}
}
