package dev.easel.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {
    private static String snippet(String words, String text) {
        return SearchWords.of(words).snippet(text);
    }

    @Test
    void everyMatchingWordOfTheExcerptIsMarkedWhole() {
        assertThat(snippet("ball red", "Red balloons, a ball; no football"))
                .isEqualTo("\u0002Red\u0003 \u0002balloons\u0003, a \u0002ball\u0003; no football");
    }

    @Test
    void longTextsAreCutAroundTheFirstMatch() {
        String text = "word ".repeat(1_000) + "needle " + "tail ".repeat(1_000);

        assertThat(snippet("needle", text))
                .startsWith("…word word")
                .contains("\u0002needle\u0003 tail")
                .endsWith("…")
                .hasSizeLessThan(140);
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(snippet("cafe", "Le CAFE\u0301 noir")).contains("\u0002CAFE\u0301\u0003");
        assertThat(snippet("CAFÉ", "le cafe")).contains("\u0002cafe\u0003");
    }

    @Test
    void lineEndsBecomeSpaces() {
        assertThat(snippet("b", "a\n\t b\r\nc")).isEqualTo("a \u0002b\u0003 c");
    }

    @Test
    void aTextWithoutTheWordsIsShownFromItsBeginning() {
        assertThat(snippet("zebra", "nothing here")).isEqualTo("nothing here");
        assertThat(snippet("zebra", "")).isEmpty();
    }

    @Test
    void wordsWithPunctuationInsideAreMarkedPartByPart() {
        assertThat(snippet("win-98", "the win-98 look"))
                .isEqualTo("the \u0002win\u0003-\u000298\u0003 look");
    }

    @Test
    void anExcerptNeverEndsInsideACharacter() {
        String text = "start " + "🎈".repeat(200);

        assertThat(snippet("start", text).replace("…", "").codePoints())
                .noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }
}
