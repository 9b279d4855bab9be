package dev.easel.app;

import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.RulesKeeper;
import dev.easel.settings.Settings;
import dev.easel.settings.SettingsStore;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The rules of fetching, in the settings file. They are changed on the UI thread, as all settings
/// are, and read on any.
final class KeptRules implements RulesKeeper {
    private final Settings settings;
    private final SettingsStore store;
    private volatile FetchRules rules;

    KeptRules(Settings settings, SettingsStore store) {
        this.settings = settings;
        this.store = store;
        this.rules = read(settings);
    }

    @Override
    public FetchRules rules() {
        return rules;
    }

    @Override
    public void keep(FetchRules changed) {
        rules = changed;
        settings.network = changed.mode().name().toLowerCase(Locale.ROOT);
        settings.allowedHosts = List.copyOf(changed.allowed());
        settings.deniedHosts = List.copyOf(changed.denied());
        store.write(settings);
    }

    /// What is not one of the three words is "ask".
    static FetchRules read(Settings settings) {
        FetchRules.Mode mode =
                switch (settings.network) {
                    case "never" -> FetchRules.Mode.NEVER;
                    case "always" -> FetchRules.Mode.ALWAYS;
                    default -> FetchRules.Mode.ASK;
                };
        return new FetchRules(
                mode, Set.copyOf(settings.allowedHosts), Set.copyOf(settings.deniedHosts));
    }

    /// For a command: fixed by its options, never written.
    record Fixed(FetchRules rules) implements RulesKeeper {
        /// @param network whether what a page names may be fetched, from any public host that is
        ///   not denied in the settings
        static Fixed of(Settings settings, boolean network) {
            return new Fixed(
                    read(settings)
                            .with(network ? FetchRules.Mode.EVERY_HOST : FetchRules.Mode.NEVER));
        }

        @Override
        public void keep(FetchRules changed) {
            throw new UnsupportedOperationException("A command changes no settings");
        }
    }
}
