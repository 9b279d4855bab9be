package dev.easel.preview.guard;

import dev.easel.preview.guard.Embedded.Where;
import dev.easel.preview.guard.ScriptParser.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the scripts in an HTML, SVG or XHTML document: script elements, event handlers,
/// `javascript:` addresses.
///
/// Follows the tokenization rules of the HTML standard (13.2.5): comments, raw text elements, the
/// escaped states of script data, foreign content.
final class Markup {
    private static final Set<String> RAW =
            Set.of(
                    "style",
                    "xmp",
                    "iframe",
                    "noembed",
                    "noframes",
                    "noscript",
                    "textarea",
                    "title");

    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "action", "formaction", "xlink:href", "data");

    private static final Pattern JAVASCRIPT =
            Pattern.compile(
                    "\\A[\\x00-\\x20]*j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t\\s*:",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern HANDLER = Pattern.compile("on[a-z]+");

    private static final Pattern SCRIPT_TYPE =
            Pattern.compile(
                    "(?:(?:text|application)/(?:x-)?(?:java|ecma)script|text/javascript1\\.[0-5]"
                            + "|text/jscript|text/livescript)");

    private final String text;
    private final boolean isXml;
    private final Foreign foreign = new Foreign();
    private final List<Embedded> found = new ArrayList<>();

    private Markup(String text, boolean isXml) {
        this.text = text;
        this.isXml = isXml;
    }

    static List<Embedded> html(String text) {
        return new Markup(text, false).scan();
    }

    static List<Embedded> xml(String text) {
        return new Markup(text, true).scan();
    }

    private List<Embedded> scan() {
        int at = text.indexOf('<');
        while (at >= 0) {
            at = text.indexOf('<', markup(at));
        }
        return found;
    }

    /// @return where to go on, at most the end of the text
    private int markup(int at) {
        if (text.startsWith("<!--", at)) {
            return commentEnd(at);
        }
        if (text.startsWith("<![CDATA[", at) && (isXml || foreign.isForeign())) {
            return after("]]>", at);
        }
        if (isXml && text.regionMatches(true, at, "<!doctype", 0, 9)) {
            return doctypeEnd(at);
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        if (next == '!' || next == '?') {
            return after(isXml && next == '?' ? "?>" : ">", at);
        }
        boolean isEnd = next == '/';
        int name = at + (isEnd ? 2 : 1);
        if (name >= text.length() || !Character.isLetter(text.charAt(name))) {
            return isEnd ? after(">", at) : at + 1;
        }
        Tag tag = Tag.read(text, name, isXml);
        if (isEnd) {
            foreign.end(tag.name());
            return tag.end();
        }
        return start(tag);
    }

    private int commentEnd(int at) {
        if (!isXml && (text.startsWith(">", at + 4) || text.startsWith("->", at + 4))) {
            return after(">", at);
        }
        int close = text.indexOf("-->", at + 4);
        int bang = isXml ? -1 : text.indexOf("--!>", at + 4);
        if (close < 0 && bang < 0) {
            return text.length();
        }
        return bang >= 0 && (close < 0 || bang < close) ? bang + 4 : close + 3;
    }

    private int doctypeEnd(int at) {
        int subset = text.indexOf('[', at);
        int close = text.indexOf('>', at);
        return subset >= 0 && subset < close ? after(">", after("]", subset) - 1) : after(">", at);
    }

    private int after(String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private int start(Tag tag) {
        if (!tag.isWhole()) {
            return text.length();
        }
        tag.attributes().forEach(this::attribute);
        String name = tag.name();
        boolean isHtml = !isXml && !foreign.isForeignAfter(name);
        boolean isEmpty = tag.isSelfClosing() && !isHtml;
        if (name.equals("script") || (isXml && name.endsWith(":script"))) {
            return isEmpty ? tag.end() : script(tag, isHtml);
        }
        if (isHtml && RAW.contains(name)) {
            return rawEnd(name, tag.end());
        }
        if (isHtml && name.equals("plaintext")) {
            return text.length();
        }
        foreign.start(name, tag.isSelfClosing());
        return tag.end();
    }

    private int script(Tag tag, boolean isHtml) {
        int from = tag.end();
        int to = isHtml ? ScriptData.end(text, from) : rawEnd(tag.name(), from);
        if (tag.value("src") == null && tag.value("href") == null) {
            goal(tag)
                    .ifPresent(goal -> {
                        Decoded code =
                                isHtml
                                        ? Decoded.plain(text, from, to)
                                        : Decoded.markup(text, from, to);
                        found.add(
                                new Embedded(
                                        code.text(),
                                        code.place(),
                                        goal,
                                        isHtml ? Where.HTML_SCRIPT : Where.XML_SCRIPT));
                    });
        }
        return to;
    }

    private static java.util.Optional<Goal> goal(Tag tag) {
        String type = tag.value("type");
        String language = tag.value("language");
        String given = type != null ? type : language == null ? "" : "text/" + language;
        String kind = given.strip().toLowerCase(Locale.ROOT);
        if (kind.equals("module")) {
            return java.util.Optional.of(Goal.MODULE);
        }
        boolean isScript =
                (type != null && type.isEmpty())
                        || given.isEmpty()
                        || kind.equals("text/")
                        || SCRIPT_TYPE.matcher(kind).matches();
        return isScript ? java.util.Optional.of(Goal.SCRIPT) : java.util.Optional.empty();
    }

    private int rawEnd(String name, int from) {
        for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
            int end = at + 2 + name.length();
            if (text.regionMatches(!isXml, at + 2, name, 0, name.length())
                    && (end >= text.length() || isAfterName(text.charAt(end)))) {
                return at;
            }
        }
        return text.length();
    }

    static boolean isAfterName(char c) {
        return c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
    }

    private void attribute(Tag.Attribute attribute) {
        String name = attribute.name();
        boolean isHandler = HANDLER.matcher(name).matches();
        if (!isHandler && !ADDRESSES.contains(name)) {
            return;
        }
        Decoded value = Decoded.attribute(text, attribute.from(), attribute.to());
        if (isHandler) {
            found.add(new Embedded(value.text(), value.place(), Goal.BODY, Where.ATTRIBUTE));
            return;
        }
        var address = JAVASCRIPT.matcher(value.text());
        if (address.find()) {
            Decoded code = value.from(address.end()).percentDecoded();
            found.add(new Embedded(code.text(), code.place(), Goal.SCRIPT, Where.ATTRIBUTE));
        }
    }
}
