package dev.easel.preview;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the preview's window parts.
final class Texts {
    private final ResourceBundle bundle = ResourceBundle.getBundle("dev.easel.preview.texts");

    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(arguments);
    }
}
