package dev.easel.preview.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which scripts are found in documents.
class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>a</script> | a",
                "<SCRIPT TYPE='text/javascript'>a</SCRIPT > | a",
                "<script type=''>a</script> | a",
                "<script language=JavaScript>a</script> | a",
                "<script>a // </scripts> b</script> | a // </scripts> b",
                "<script>'<!-- <script> </script> -->'</script> | '<!-- <script> </script> -->'",
                "<script><!-- a </script> | <!-- a",
                "<script>a | a",
                "<p title='<script>no</script>'><script>a</script> | a",
                "<!-- <script>no</script> --><script>a</script> | a",
                "<!--><script>a</script> | a",
                "<style><script>no</script></style><script>a</script> | a",
                "<textarea><script>no</script></textarea><script>a</script> | a",
                "<title></titles><script>no</script></title><script>a</script> | a",
                "<svg><title><script>a</script></title></svg> | a",
                "<svg><script>a &lt; b</script></svg> | a < b",
                "<svg><script><![CDATA[a < b]]></script></svg> | a < b",
                "<svg><script href=x /><g></g></svg><script>a</script> | a",
                "<svg><div><style><script>no</script></style></div></svg><script>a</script> | a",
                "<template><script>a</script></template> | a",
                "<p onclick='a(&quot;b&quot;)'> | a(`b`)",
                "<p onclick=a()> | a()",
                "<p ONCLICK = \"a\"/> | a",
                "<a href=' java\tscript:a%28%29'> | a()",
                "<a href='javascript&colon;a'> | a",
            })
    void scriptsAreFound(String document, String code) {
        assertThat(Markup.html(document))
                .extracting(e -> e.code().strip())
                .containsExactly(code.replace('`', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=a.js>no</script>",
                "<script type=importmap>{}</script>",
                "<script type=text/babel>no</script>",
                "<script type=application/json>no</script>",
                "<script type='x-shader/x-vertex'>no</script>",
                "<p on-click=a data-onclick='b' on=c>",
                "<p onclick='a'",
                "<plaintext><script>no</script>",
                "</ <script>no</script>",
                "<a href='https://a/javascript:b'>",
                "< script>no</ script>",
            })
    void whatDoesNotRunIsNotFound(String document) {
        assertThat(Markup.html(document)).isEmpty();
    }

    @Test
    void checksInHandlersSurviveEveryKindOfQuoting() {
        assertThat(html("<p onclick=while(a)b>"))
                .isEqualTo("<p onclick=while(--$$ez.n&gt;0||$$ez.t(1),a)b>");
        assertThat(html("<p onclick='while (a &lt; &#x62;) c'>"))
                .isEqualTo("<p onclick='while (--$$ez.n&gt;0||$$ez.t(1),a &lt; &#x62;) c'>");
    }

    @Test
    void scriptsOfXmlDocumentsAreFound() {
        String svg =
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a '<script>no</script>'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' onload='a()'>"
                        + "<script><![CDATA[for(;;) b]]></script><svg:script>c &amp;&amp; d</svg:script></svg>";

        assertThat(Markup.xml(svg))
                .extracting(Embedded::code)
                .containsExactly("a()", "for(;;) b", "c && d");
        assertThat(Guarding.xml(svg, List.of()).text())
                .contains("<![CDATA[for(;;) {--$$ez.n>0||$$ez.t(1);b]]>}</script>");
    }

    @Test
    void noPlaceOfADocumentMakesItFail() {
        String document =
                "<!doctype html><svg><script>a</script></svg><p onclick='for(;;)b' <!-- x -->"
                        + "<script><!-- <script> while(c); </script> --></script><![CDATA[ d ]]>";
        for (int end = 0; end <= document.length(); end++) {
            assertThat(html(document.substring(0, end))).isNotNull();
        }
    }

    private static String html(String document) {
        return Guarding.html(document, List.of()).text();
    }
}
