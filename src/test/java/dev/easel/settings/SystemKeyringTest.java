package dev.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.easel.settings.ApiKey.Origin;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SystemKeyringTest {
    @Test
    void aSystemWithoutAKeyringKeepsTheKeyInTheSession() {
        // With a desktop the test would touch the developer's own keyring.
        assumeThat(System.getenv("DBUS_SESSION_BUS_ADDRESS")).isNull();
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ApiKeys keys = new ApiKeys(Map.of(), new SystemKeyring(), threads);

            assertThat(keys.find()).isEmpty();
            assertThat(keys.set("key", true)).isEqualTo(Origin.SESSION);
        }
    }
}
