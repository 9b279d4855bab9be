package dev.easel.library.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAddressesTest {
    private static final String PAGE = "https://p.preview.invalid/index.html";

    private static WrittenAddresses page(String text) {
        WrittenAddresses written = new WrittenAddresses();
        written.add(PAGE, text);
        return written;
    }

    private static WebAddress address(String url) {
        return WebAddress.parse(url).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<script src='https://a.test/x.js'></script> | https://a.test/x.js",
                "<script src=https://a.test/x.js></script> | https://a.test/x.js",
                "<script src=//a.test/x.js></script> | https://a.test/x.js",
                "<img src=\"http://a.test/x.png\"> | https://a.test/x.png",
                "<link href=\"https://a.test/css?family=A:1&amp;family=B\"> | https://a.test/css?family=A:1&family=B",
                "<link href=\"https://a.test/css?family=Press Start 2P\"> | https://a.test/css?family=Press%20Start%202P",
                "@import url(https://a.test/x.css); | https://a.test/x.css",
                "import x from 'https://a.test/x.js' | https://a.test/x.js",
                "{\"x\":\"https:\\/\\/a.test\\/x.js\"} | https://a.test/x.js",
                "const u = `https://a.test/x.glb`; | https://a.test/x.glb",
            })
    void whatIsWrittenIsKnown(String text, String url) {
        assertThat(page(text).contains(address(url))).isTrue();
    }

    @Test
    void whatIsPutTogetherIsNot() {
        WrittenAddresses written =
                page("const secret = 'abc'; new Image().src = 'https://a.test/x?d=' + secret");

        assertThat(written.contains(address("https://a.test/x?d=abc"))).isFalse();
        assertThat(written.contains(address("https://a.test/abc"))).isFalse();
        assertThat(written.contains(address("https://b.test/x"))).isFalse();
    }

    @Test
    void anImportMapsPrefixAndTheImportMakeAnAddress() {
        WrittenAddresses written =
                page(
                        "{\"imports\":{\"lib/\":\"https://a.test/lib@1/\"}}"
                                + "import {X} from 'lib/parts/X.js'");

        assertThat(written.contains(address("https://a.test/lib@1/parts/X.js"))).isTrue();
        assertThat(written.contains(address("https://a.test/lib@1/parts/Y.js"))).isFalse();
    }

    @Test
    void linksOfAFileAreRelativeToIt() {
        WrittenAddresses written = new WrittenAddresses();
        String css = "https://a.test/lib/css/all.css";
        written.add(
                css,
                "@font-face{src:url(../fonts/a.woff2)} @import 'more.css'; b{background:url(\"i.png\")}");
        String module = "https://a.test/lib/main.js";
        written.add(
                module,
                "export * from \"./part.js\";import\"/v1/root.js\";import('https://b.test/x.js')");

        assertThat(written.filesThatName(address("https://a.test/lib/fonts/a.woff2")))
                .containsExactly(css);
        assertThat(written.filesThatName(address("https://a.test/lib/css/more.css")))
                .containsExactly(css);
        assertThat(written.filesThatName(address("https://a.test/lib/css/i.png")))
                .containsExactly(css);
        assertThat(written.filesThatName(address("https://a.test/lib/part.js")))
                .containsExactly(module);
        assertThat(written.filesThatName(address("https://a.test/v1/root.js")))
                .containsExactly(module);
        assertThat(written.filesThatName(address("https://b.test/x.js"))).containsExactly(module);
        assertThat(written.filesThatName(address("https://a.test/lib/other.js"))).isEmpty();
    }
}
