package dev.easel.library.cache;

/// Rules that last as long as the test.
public final class MemoryKeeper implements RulesKeeper {
    private volatile FetchRules rules;

    public MemoryKeeper(FetchRules rules) {
        this.rules = rules;
    }

    @Override
    public FetchRules rules() {
        return rules;
    }

    @Override
    public void keep(FetchRules changed) {
        rules = changed;
    }
}
