package dev.easel.preview.console;

import dev.easel.preview.sandbox.PageValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// What a page may choose of a text's look with `%c`: its colour and that it is bold, italic or
/// underlined. Everything else of the CSS it gives is dropped.
///
/// @param color empty when the page says none, or one that cannot be read
record ConsoleLook(Optional<Color> color, boolean isBold, boolean isItalic, boolean isUnderlined) {
    static final ConsoleLook PLAIN = new ConsoleLook(Optional.empty(), false, false, false);

    private static final Pattern DECLARATION =
            Pattern.compile("\\s*([a-zA-Z-]{1,40})\\s*:\\s*([^;]{1,80})");
    private static final Pattern COLOR =
            Pattern.compile(
                    "#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,25}|(?:rgb|hsl)a?\\([0-9.,%\\s]{3,40}\\)");

    /// @param css declarations, as a page gave them
    static ConsoleLook of(String css) {
        ConsoleLook look = PLAIN;
        Matcher declaration = DECLARATION.matcher(css);
        while (declaration.find()) {
            String name = declaration.group(1).toLowerCase(Locale.ROOT);
            look = look.with(name, declaration.group(2).strip().toLowerCase(Locale.ROOT));
        }
        return look;
    }

    private ConsoleLook with(String name, String value) {
        return switch (name) {
            case "color" -> new ConsoleLook(color(value), isBold, isItalic, isUnderlined);
            case "font-weight" ->
                    new ConsoleLook(
                            color, value.matches("bold|bolder|[6-9]00"), isItalic, isUnderlined);
            case "font-style" ->
                    new ConsoleLook(color, isBold, value.matches("italic|oblique"), isUnderlined);
            case "text-decoration", "text-decoration-line" ->
                    new ConsoleLook(color, isBold, isItalic, value.contains("underline"));
            default -> this;
        };
    }

    /// Whether a text of this colour can be read on a background; pages choose theirs for a white
    /// one.
    boolean isReadableOn(Color background) {
        return color.map(c -> contrast(c, background) >= 2.5).orElse(false);
    }

    private static Optional<Color> color(String value) {
        if (!COLOR.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            Color color = Color.web(value);
            return color.getOpacity() < 0.3 ? Optional.empty() : Optional.of(color);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /// The style classes of a value's text.
    static List<String> styles(PageValue.Kind kind) {
        List<String> styles = new ArrayList<>(List.of("value"));
        styles.add("value-" + kind.name().toLowerCase(Locale.ROOT));
        return styles;
    }
}
