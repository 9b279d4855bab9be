package dev.easel.preview.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A start or end tag as it stands in a document.
///
/// @param name in lower case for HTML
/// @param end behind the `>`
/// @param isWhole whether its `>` is there; a tag without it is dropped by the parser
record Tag(
        String name,
        List<Attribute> attributes,
        boolean isSelfClosing,
        int end,
        boolean isWhole,
        String document) {
    /// @param name in lower case
    /// @param from where the value begins, without a quote
    record Attribute(String name, int from, int to) {}

    /// @param at where the name begins
    static Tag read(String text, int at, boolean isXml) {
        int nameEnd = at;
        while (nameEnd < text.length() && !Markup.isAfterName(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String given = text.substring(at, nameEnd);
        String name = isXml ? given : given.toLowerCase(Locale.ROOT);
        List<Attribute> attributes = new ArrayList<>();
        int i = nameEnd;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>') {
                boolean isEmpty = text.charAt(i - 1) == '/' && !endsInValue(attributes, i);
                return new Tag(name, attributes, isEmpty, i + 1, true, text);
            }
            i = c == '/' || isBlank(c) ? i + 1 : attribute(text, i, attributes);
        }
        return new Tag(name, attributes, false, text.length(), false, text);
    }

    private static boolean endsInValue(List<Attribute> attributes, int close) {
        return !attributes.isEmpty()
                && attributes.getLast().to() == close
                && attributes.getLast().from() < close;
    }

    private static int attribute(String text, int at, List<Attribute> to) {
        int nameEnd = at + 1;
        while (nameEnd < text.length()
                && !Markup.isAfterName(text.charAt(nameEnd))
                && text.charAt(nameEnd) != '=') {
            nameEnd++;
        }
        String name = text.substring(at, nameEnd).toLowerCase(Locale.ROOT);
        int i = skipBlanks(text, nameEnd);
        if (i >= text.length() || text.charAt(i) != '=') {
            to.add(new Attribute(name, nameEnd, nameEnd));
            return nameEnd;
        }
        i = skipBlanks(text, i + 1);
        if (i >= text.length()) {
            return i;
        }
        char quote = text.charAt(i);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, i + 1);
            int end = close < 0 ? text.length() : close;
            to.add(new Attribute(name, i + 1, end));
            return Math.min(end + 1, text.length());
        }
        int end = i;
        while (end < text.length() && text.charAt(end) != '>' && !isBlank(text.charAt(end))) {
            end++;
        }
        to.add(new Attribute(name, i, end));
        return end;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /// The raw value of the first attribute of that name; null when there is none.
    @Nullable String value(String attribute) {
        return attributes.stream()
                .filter(a -> a.name().equals(attribute))
                .findFirst()
                .map(a -> document.substring(a.from(), a.to()))
                .orElse(null);
    }
}
