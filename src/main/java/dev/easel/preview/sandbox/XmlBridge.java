package dev.easel.preview.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the bridge's script tag into an SVG or XHTML document: first thing inside the root element,
/// on the line where its start tag ends.
final class XmlBridge {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /// An external script would pause the XML parser, after which WebKit reports every script at
    /// the document's last line; a synchronous request does not.
    private static final String LOAD =
            "(function(r){r.open('GET','"
                    + PageBridge.PATH
                    + "',false);r.send();(0,eval)(r.responseText)})(new XMLHttpRequest())";

    /// Declaration, comments, doctype with an internal subset, then the root's start tag.
    private static final Pattern ROOT =
            Pattern.compile(
                    "\\A(?:\\xEF\\xBB\\xBF)?"
                            + "(?:\\s++|<!--.*?-->|<\\?.*?\\?>"
                            + "|<!DOCTYPE(?:[^\\[>]++|\\[.*?\\]\\s*(?=>))*+>)*+"
                            + "<(?:\\w+:)?(?<name>\\w+)(?:\"[^\"]*+\"|'[^']*+'|[^>\"']++)*+>",
                    Pattern.DOTALL);

    private XmlBridge() {}

    static byte[] insert(byte[] document) {
        return tag(document).map(tag -> tag.into(document)).orElse(document);
    }

    /// Empty for a document without a whole root start tag, or with an empty root.
    static Optional<BridgeTag> tag(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        Matcher root = ROOT.matcher(text);
        return root.find() && text.charAt(root.end() - 2) != '/'
                ? Optional.of(new BridgeTag(root.end(), tag(root.group("name"))))
                : Optional.empty();
    }

    private static String tag(String root) {
        return root.equals("html")
                ? "<script xmlns=\"" + XHTML + "\">" + LOAD + "</script>"
                : "<script xmlns=\"" + SVG + "\">" + LOAD + "</script>";
    }
}
