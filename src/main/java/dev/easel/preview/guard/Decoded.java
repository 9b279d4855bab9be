package dev.easel.preview.guard;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a document as a script engine gets it: character references and the like resolved.
///
/// @param place where a character of the text is in the document
record Decoded(String text, IntUnaryOperator place) {
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", "\u00a0"),
                    Map.entry("lpar", "("),
                    Map.entry("rpar", ")"),
                    Map.entry("lbrace", "{"),
                    Map.entry("rbrace", "}"),
                    Map.entry("lcub", "{"),
                    Map.entry("rcub", "}"),
                    Map.entry("semi", ";"),
                    Map.entry("comma", ","),
                    Map.entry("colon", ":"),
                    Map.entry("equals", "="),
                    Map.entry("plus", "+"),
                    Map.entry("num", "#"),
                    Map.entry("NewLine", "\n"),
                    Map.entry("Tab", "\t"));

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|(\\w+);?)");

    private static final Pattern MARKUP =
            Pattern.compile(
                    REFERENCE.pattern()
                            + "|<!\\[CDATA\\[(?<data>.*?)(?:\\]\\]>|\\z)|(?<comment><!--.*?(?:-->|\\z))",
                    Pattern.DOTALL);

    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");

    static Decoded plain(String document, int from, int to) {
        return new Decoded(document.substring(from, to), i -> from + i);
    }

    static Decoded attribute(String document, int from, int to) {
        return plain(document, from, to).replaced(REFERENCE);
    }

    /// The text of an element whose content is not raw.
    static Decoded markup(String document, int from, int to) {
        return plain(document, from, to).replaced(MARKUP);
    }

    Decoded from(int start) {
        return new Decoded(text.substring(start), i -> place.applyAsInt(start + i));
    }

    Decoded percentDecoded() {
        return replaced(PERCENT);
    }

    private Decoded replaced(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return this;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int[] places = new int[text.length() + 1];
        int copied = 0;
        do {
            copied = copy(decoded, places, copied, matcher.start());
            append(decoded, places, matcher);
            copied = matcher.end();
        } while (matcher.find());
        copy(decoded, places, copied, text.length());
        places[decoded.length()] = text.length();
        return new Decoded(decoded.toString(), i -> place.applyAsInt(places[i]));
    }

    private int copy(StringBuilder to, int[] places, int from, int end) {
        for (int i = from; i < end; i++) {
            places[to.length()] = i;
            to.append(text.charAt(i));
        }
        return end;
    }

    private void append(StringBuilder to, int[] places, Matcher matcher) {
        boolean isMarkup = matcher.pattern() == MARKUP;
        if (isMarkup && matcher.group("data") != null) {
            copy(to, places, matcher.start("data"), matcher.end("data"));
        } else if (!isMarkup || matcher.group("comment") == null) {
            String value = value(matcher);
            for (int i = 0; i < value.length(); i++) {
                places[to.length()] = matcher.start();
                to.append(value.charAt(i));
            }
        }
    }

    private static String value(Matcher matcher) {
        if (matcher.pattern() == PERCENT) {
            return Character.toString(Integer.parseInt(matcher.group(1), 16));
        }
        if (matcher.group(3) != null) {
            return NAMED.getOrDefault(matcher.group(3), matcher.group());
        }
        int code =
                matcher.group(1) != null
                        ? Integer.parseInt(matcher.group(1))
                        : Integer.parseInt(matcher.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
    }
}
