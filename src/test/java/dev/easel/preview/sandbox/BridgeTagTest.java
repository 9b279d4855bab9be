package dev.easel.preview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the bridge's tag goes; `|` marks the place.
class BridgeTagTest {
    private static final String TAG = "<script src=\"/__easel/bridge.js\"></script>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html>|\n<html lang=en><head>",
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">|<title>x",
                "\n  <!DocType html >|<p>",
                "<!-- a <!doctype html> in a comment -->\r\n<!doctype html>|\r\n<p>",
                "<?xml version='1.0'?><!DOCTYPE html>|<html>",
                "|<html><head><title>no doctype</title>",
                "|",
                "|plain text",
                "|<!doctype ht",
                "|<!-- an open comment <!doctype html>",
                "|<script>let s = '<!doctype html>'</script>",
                "|<p><!doctype html>",
            })
    void theTagOfAnHtmlDocumentStandsOnTheLineOfItsDoctype(String marked) {
        String document = marked.replace("|", "");

        assertThat(inserted(document)).isEqualTo(marked.replace("|", TAG));
    }

    private static String inserted(String document) {
        return new String(
                HtmlBridge.insert(document.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    @Test
    void aByteOrderMarkStaysFirst() {
        assertThat(inserted("\uFEFF<p>")).isEqualTo("\uFEFF" + TAG + "<p>");
        assertThat(inserted("\uFEFF<!doctype html><p>"))
                .isEqualTo("\uFEFF<!doctype html>" + TAG + "<p>");
    }

    @Test
    void bytesOfAnyEncodingPassThrough() {
        Charset japanese = Charset.forName("Shift_JIS");
        byte[] document = "<!doctype html><p>日本ソ表".getBytes(japanese);

        assertThat(new String(HtmlBridge.insert(document), japanese))
                .isEqualTo("<!doctype html>" + TAG + "<p>日本ソ表");
        assertThat(TextCharset.contentType("text/html", document)).isEqualTo("text/html");
    }

    @Test
    void utf16BecomesUtf8() {
        byte[] document = "\uFEFF<!doctype html>ä".getBytes(StandardCharsets.UTF_16LE);

        assertThat(TextCharset.withoutUtf16(document))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\uFEFF<!doctype html>ä");
    }

    @Test
    void checksumsAreTakenOffTagsWithoutMovingAColumn() {
        String document =
                "<!doctype html><script src=a integrity='sha-1'></script>"
                        + "<link rel=stylesheet\n integrity=sha><p title=' integrity=x'>";

        assertThat(inserted(document).replace(TAG, ""))
                .isEqualTo(
                        "<!doctype html><script src=a data-hash='sha-1'></script>"
                                + "<link rel=stylesheet\n data-hash=sha><p title=' integrity=x'>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'>|<g/></svg>",
                "<?xml version=\"1.0\"?>\n<!-- <svg> -->\n<svg a='>' b=\">\">|</svg>",
                "<!DOCTYPE svg [ <!ENTITY a \"<b>\"> ]><svg>|&a;</svg>",
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><svg>|</svg>",
                "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>|</svg:svg>",
                "\uFEFF<svg>|</svg>",
            })
    void theTagOfAnSvgDocumentStandsInsideItsRoot(String marked) {
        byte[] document = marked.replace("|", "").getBytes(StandardCharsets.UTF_8);

        String result = new String(XmlBridge.insert(document), StandardCharsets.UTF_8);

        assertThat(result.replaceFirst("<script xmlns=.*?</script>", "|")).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg/>", "<svg a='", "", "<!-- only -->", "not xml"})
    void anSvgDocumentWithoutAnInsideIsLeftAlone(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

        assertThat(XmlBridge.insert(bytes)).isEqualTo(bytes);
    }

    @Test
    void hugeHeadsDoNotOverflowTheStack() {
        String comments = "<!-- c -->\n".repeat(20_000);

        assertThat(inserted(comments + "<!doctype html><p>"))
                .endsWith("<!doctype html>" + TAG + "<p>");
        assertThat(
                        XmlBridge.insert(
                                ("<svg a='x' ".repeat(20_000) + ">")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }
}
