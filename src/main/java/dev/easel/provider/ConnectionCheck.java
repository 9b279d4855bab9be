package dev.easel.provider;

import dev.easel.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/// What came of trying a connection.
///
/// @param works whether models can be asked
/// @param headline what it is, in three words: `Works`, `Wrong key`
/// @param message what was seen and what to do
public record ConnectionCheck(boolean works, String headline, String message) {
    private static final Texts TEXTS = Texts.of(ConnectionCheck.class);

    /// Asks for the list of models, which costs nothing and needs address, route, protocol and key
    /// to be right. Blocking; never call it on the UI thread.
    ///
    /// @param nanoTime as [System#nanoTime()]
    public static ConnectionCheck of(ModelProvider provider, LongSupplier nanoTime) {
        long begun = nanoTime.getAsLong();
        try {
            List<ModelInfo> models = provider.models();
            long millis = (nanoTime.getAsLong() - begun) / 1_000_000;
            return models.isEmpty()
                    ? failed("none", TEXTS.get("check.none.message"))
                    : new ConnectionCheck(
                            true,
                            TEXTS.get("check.works"),
                            TEXTS.get("check.works.message", models.size(), millis));
        } catch (ProviderException e) {
            return failed(e.kind().name().toLowerCase(Locale.ROOT), e.getMessage());
        }
    }

    private static ConnectionCheck failed(String key, String message) {
        return new ConnectionCheck(false, TEXTS.get("check." + key), message);
    }
}
