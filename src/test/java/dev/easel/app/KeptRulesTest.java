package dev.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.library.cache.FetchRules;
import dev.easel.library.cache.FetchRules.Mode;
import dev.easel.settings.Settings;
import dev.easel.settings.SettingsStore;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptRulesTest {
    @TempDir Path directory;

    private SettingsStore store() {
        return new SettingsStore(directory.resolve("settings.json"), Runnable::run);
    }

    @Test
    void whatIsSaidSurvivesARestart() {
        SettingsStore store = store();
        FetchRules said = FetchRules.USUAL.with(Mode.ALWAYS).allowing("a.test").denying("b.test");
        new KeptRules(store.read(), store).keep(said);

        assertThat(new KeptRules(store().read(), store()).rules()).isEqualTo(said);
    }

    @Test
    void nothingSaidMeansAsk() {
        assertThat(KeptRules.read(new Settings())).isEqualTo(FetchRules.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "ask, ASK",
        "never, NEVER",
        "always, ALWAYS",
        "EVERY_HOST, ASK",
        "every_host, ASK",
        "x, ASK"
    })
    void aWordThatIsNoneIsAsk(String word, Mode mode) {
        Settings settings = new Settings();
        settings.network = word;

        assertThat(KeptRules.read(settings).mode()).isEqualTo(mode);
    }

    @Test
    void aCommandFetchesOnlyWhenItIsTold() {
        Settings settings = new Settings();
        settings.network = "always";
        settings.deniedHosts.add("b.test");

        assertThat(KeptRules.Fixed.of(settings, false).rules().mode()).isEqualTo(Mode.NEVER);
        assertThat(KeptRules.Fixed.of(settings, true).rules())
                .isEqualTo(new FetchRules(Mode.EVERY_HOST, Set.of(), Set.of("b.test")));
    }
}
