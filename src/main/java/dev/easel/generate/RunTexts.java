package dev.easel.generate;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The sentences of this package, in the user's language.
final class RunTexts {
    private RunTexts() {}

    /// @param key in `texts.properties`
    static String of(String key, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle("dev.easel.generate.texts");
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments).strip();
    }

    /// What a failure says of itself, never nothing.
    static String plain(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
