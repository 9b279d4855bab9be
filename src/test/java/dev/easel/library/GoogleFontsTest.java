package dev.easel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Needs the bundle that the build makes, with its npm packages.
class GoogleFontsTest {
    private final Library library = new Library();

    private LibraryFile find(String query) {
        return library.find(URI.create("https://fonts.googleapis.com/" + query)).orElseThrow();
    }

    private String css(String query) {
        return new String(library.read(find(query)), StandardCharsets.UTF_8);
    }

    @Test
    void everyWantedWeightHasItsFaces() {
        assertThat(css("css2?family=Inter:wght@400;700&display=swap"))
                .contains(
                        "font-family: 'Inter'", "font-display: swap", "unicode-range: U+0000-00FF")
                .contains("font-weight: 400", "font-weight: 700")
                .contains("inter-latin-700-normal.woff", "inter-latin-ext-400-normal.woff")
                .doesNotContain("font-weight: 500", "woff2");
    }

    @Test
    void aRangeOfWeightsGivesAllThatAreThere() {
        assertThat(css("css2?family=Inter:opsz,wght@14..32,100..900"))
                .contains("font-weight: 100", "font-weight: 500", "font-weight: 900");
    }

    @Test
    void anItalicThatIsThereIsGiven() {
        assertThat(css("css2?family=Playfair+Display:ital,wght@0,400;1,400"))
                .contains("playfair-display-latin-400-italic.woff")
                .contains("playfair-display-latin-400-normal.woff")
                .contains("font-style: italic");
    }

    @Test
    void theOlderFormIsRead() {
        assertThat(css("css?family=Roboto:400,700%7COpen+Sans:bold"))
                .contains("roboto-latin-400-normal.woff", "roboto-latin-700-normal.woff")
                .contains("open-sans-latin-700-normal.woff")
                .doesNotContain("open-sans-latin-400-normal.woff");
    }

    @Test
    void everyFileOfAStyleSheetAnswers() {
        String css = css("css2?family=Noto+Sans+SC&family=Cinzel:wght@400;900&family=VT323");

        assertThat(Pattern.compile("url\\(([^)]+)\\)").matcher(css).results())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(library.find(URI.create(m.group(1)))).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "Cutive+Mono, JetBrains Mono",
        "Zilla+Slab, Playfair Display",
        "Nanum+Brush+Script, Caveat",
        "Some+New+Sans, Inter",
        "Jersey+10, Press Start 2P",
        "Oxanium, Orbitron",
    })
    void aFamilyThatIsNotBundledHasAStandInOfItsKind(String family, String standIn) {
        LibraryFile sheet = find("css2?family=" + family);

        assertThat(sheet.substituted()).isTrue();
        assertThat(sheet.note()).isEqualTo(standIn + " stands in for " + family.replace('+', ' '));
        assertThat(css("css2?family=" + family))
                .contains("font-family: '" + family.replace('+', ' ') + "'");
    }

    @Test
    void aFamilyNameCannotWriteRulesOfItsOwn() {
        assertThat(css("css2?family=A'%7D%20body%7Bdisplay:none%7D&display=swap;%7D"))
                .contains("font-family: 'A bodydisplay'", "font-display: auto")
                .doesNotContain("body{");
    }
}
