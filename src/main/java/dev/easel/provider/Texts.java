package dev.easel.provider;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The sentences of one provider package, filled in.
///
/// Every sentence goes through [MessageFormat], also those without arguments: an apostrophe in the
/// file is always written twice.
public final class Texts {
    private final ResourceBundle bundle;

    /// @param packageName the package whose `texts.properties` is meant, e.g. `dev.easel.provider`
    public Texts(String packageName) {
        this.bundle = ResourceBundle.getBundle(packageName + ".texts");
    }

    public String get(String key, Object... arguments) {
        return MessageFormat.format(bundle.getString(key), arguments);
    }
}
