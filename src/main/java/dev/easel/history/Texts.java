package dev.easel.history;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words of this package, from `texts.properties`, in the user's language.
final class Texts {
    private Texts() {}

    /// @param args fill `{0}`, `{1}`, ... ; numbers stay numbers for choices
    static String text(String key, Object... args) {
        String pattern = ResourceBundle.getBundle("dev.easel.history.texts").getString(key);
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            plain[i] = args[i] instanceof Number ? args[i] : args[i].toString();
        }
        // Without arguments MessageFormat would still eat apostrophes.
        return args.length == 0 ? pattern : MessageFormat.format(pattern, plain);
    }
}
