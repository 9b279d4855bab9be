package dev.easel.generate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an opening fence says about its block, in any of the ways models write it: `html
/// index.html`, `html:index.html`, `html title="index.html"`, `{.html filename=index.html}`,
/// `index.html`, and code that begins on the fence's own line.
///
/// @param language in lower case, empty if none
/// @param path as written, not yet made safe
/// @param code begun on the line of the fence, usually empty
record FenceInfo(String language, Optional<String> path, String code) {
    private static final Pattern CODE =
            Pattern.compile("<(?:!doctype|html|svg|\\?xml)[\\s>].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE =
            Pattern.compile("\\{?\\s*\\.?(?<language>[\\p{L}\\p{N}+#_-]*)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "(?:title|file|file_?name|file_?path|path|name)\\s*[=:]\\s*"
                            + "(?:\"(?<a>[^\"]+)\"|'(?<b>[^']+)'|(?<c>[^\\s\"'}]+))",
                    Pattern.CASE_INSENSITIVE);

    static FenceInfo of(String info) {
        Matcher code = CODE.matcher(info);
        int end = code.find() ? code.start() : info.length();
        String head = info.substring(0, end);
        Matcher m = LANGUAGE.matcher(head);
        String word = m.lookingAt() ? m.group("language").toLowerCase(Locale.ROOT) : "";
        Optional<String> path = path(head, m.end());
        boolean pathFirst = path.isPresent() && head.startsWith(path.get());
        return new FenceInfo(pathFirst ? "" : word, path, info.substring(end));
    }

    private static Optional<String> path(String head, int languageEnd) {
        Matcher attribute = ATTRIBUTE.matcher(head);
        if (attribute.find()) {
            return Stream.of("a", "b", "c")
                    .map(attribute::group)
                    .filter(v -> v != null && PathLine.isPath(v))
                    .findFirst();
        }
        String rest = head.substring(languageEnd);
        // Only "html:index.html" has its path glued to the language; "index.html" has none.
        String words = rest.isEmpty() || " \t:,({".indexOf(rest.charAt(0)) >= 0 ? rest : head;
        return Stream.of(words.split("[\\s,{}]+"))
                .map(w -> w.replaceAll("^[:(\\[*`<!/-]+(?=[\\p{L}\\p{N}._])|[)\\]*`:>-]+$", ""))
                .filter(PathLine::isPath)
                .findFirst();
    }
}
