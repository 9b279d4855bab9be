package dev.easel.settings;

/// A key and where it came from. `toString` never shows the key.
///
/// @param value the secret itself
/// @param origin where it is kept
/// @param name of the environment variable, empty for the others
public record ApiKey(String value, Origin origin, String name) {
    /// Where a key is kept.
    public enum Origin {
        /// A variable that was set before Easel started; Easel cannot change it.
        ENVIRONMENT,
        /// The system's keyring; it is there after a restart.
        KEYRING,
        /// This process only; it is gone when Easel ends.
        SESSION
    }

    @Override
    public String toString() {
        return "ApiKey[" + origin + (name.isEmpty() ? "" : " " + name) + "]";
    }
}
