package dev.easel.preview.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the bridge's script tag into an HTML document so that it runs before everything else and no
/// line number changes.
///
/// Works on bytes seen as Latin-1, so any encoding that contains ASCII, any half-streamed head and
/// any line end passes through untouched.
final class HtmlBridge {
    private static final String TAG = "<script src=\"" + PageBridge.PATH + "\"></script>";

    /// What may stand before the doctype: a byte order mark, blanks, comments, an XML declaration.
    private static final Pattern DOCTYPE =
            Pattern.compile(
                    "\\A(?:\\xEF\\xBB\\xBF)?(?:\\s++|<!--.*?-->|<\\?[^>]*+>)*+<!doctype[^>]*+>",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern MARK = Pattern.compile("\\A\\xEF\\xBB\\xBF");

    /// A checksum of the version that was asked for would refuse the one that is bundled. A value
    /// in quotes may hold a `>` or the word itself.
    private static final Pattern INTEGRITY =
            Pattern.compile(
                    "(<(?:script|link)\\b(?:\"[^\"]*\"|'[^']*'|[^>\"'])*?[\\s\"'/])integrity(?=\\s*=)",
                    Pattern.CASE_INSENSITIVE);

    private HtmlBridge() {}

    static byte[] insert(byte[] document) {
        return tag(document).into(unchecked(document));
    }

    static BridgeTag tag(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return new BridgeTag(end(DOCTYPE, text, end(MARK, text, 0)), TAG);
    }

    /// The document without checksums. The attribute is renamed to one of the same length: columns
    /// stay.
    static byte[] unchecked(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return INTEGRITY
                .matcher(text)
                .replaceAll("$1data-hash")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int end(Pattern pattern, String text, int otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.end() : otherwise;
    }
}
