package dev.easel.library.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.test/x.js,                 https://a.test/x.js",
        "HTTPS://A.Test:443/x.js#part,        https://a.test/x.js",
        "http://a.test/x.js,                  https://a.test/x.js",
        "http://a.test:80,                    https://a.test/",
        "https://a.test/a b?c=d|e&f=g h,      https://a.test/a%20b?c=d|e&f=g%20h",
        "https://a.test/../x.js,              https://a.test/x.js",
        "https://a.test:8443/x.js,            https://a.test:8443/x.js",
        "https://bücher.test/,                https://xn--bcher-kva.test/",
    })
    void anAddressHasOneSpelling(String url, String text) {
        assertThat(WebAddress.parse(url)).map(WebAddress::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x.js",
                "ftp://a.test/",
                "file:///etc/passwd",
                "data:text/plain,a",
                "http://a.test:8080/",
                "https://user@a.test/",
                "https://user:word@a.test/",
                "ws://a.test/",
                "javascript:1"
            })
    void everythingElseIsNone(String url) {
        assertThat(WebAddress.parse(url)).isEmpty();
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(WebAddress.parse("https://a.test/?" + "x".repeat(2_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.test/lib/x.min.js?v=1, x.min.js",
        "https://a.test/,                 a.test",
        "https://a.test/lib/,             a.test",
    })
    void theNameIsWhatPeopleKnowAFileBy(String url, String name) {
        assertThat(WebAddress.parse(url).orElseThrow().name()).isEqualTo(name);
    }
}
