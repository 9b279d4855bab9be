package dev.easel.text;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words of one package, in the user's language, from its `texts.properties`.
///
/// Every text is a [MessageFormat] pattern, also those without arguments: an apostrophe in the file
/// is always written twice. May be used by any thread.
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The texts of the package that a class is in.
    ///
    /// @throws MissingResourceException if that package has none
    public static Texts of(Class<?> in) {
        return new Texts(ResourceBundle.getBundle(in.getPackageName() + ".texts"));
    }

    /// @param key in `texts.properties`
    /// @param arguments fill `{0}`, `{1}`, ...; numbers are grouped as the bundle's language does
    ///   it
    /// @throws MissingResourceException if there is no such text
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}
