package dev.easel.library.cache;

/// Where the user's rules stand. Thread-safe; neither method blocks.
public interface RulesKeeper {
    /// As they are now.
    FetchRules rules();

    /// Replaces them, for good.
    void keep(FetchRules rules);
}
