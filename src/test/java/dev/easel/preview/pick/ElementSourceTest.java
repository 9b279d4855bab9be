package dev.easel.preview.pick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElementSourceTest {
    private static PickedElement picked(String selector, String openingTag, String text) {
        var element =
                org.jsoup.Jsoup.parse(openingTag, org.jsoup.parser.Parser.xmlParser())
                        .children()
                        .first();
        return new PickedElement(
                element.tagName(),
                element.id(),
                List.copyOf(element.classNames()),
                10,
                10,
                selector,
                openingTag,
                openingTag,
                text,
                List.of(),
                false);
    }

    private static Optional<SourcePlace> find(PickedElement picked, String... files) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            map.put(files[i], files[i + 1]);
        }
        return new ElementSource(map).find(picked);
    }

    @Test
    void anIdIsFound() {
        assertThat(
                        find(
                                picked("#b", "<p id=\"b\"></p>", "two"),
                                "index.html",
                                "<p id=a>one</p>\n<!-- <p id=b> -->\n<script>'<p id=b>'</script>\n<p id=b>two</p>"))
                .contains(new SourcePlace("index.html", 4, true));
    }

    @Test
    void likeElementsAreToldApartByTheirText() {
        assertThat(
                        find(
                                picked("ul > li:nth-of-type(2)", "<li class=\"item\"></li>", "two"),
                                "index.html",
                                "<ul>\n<li class=item>one</li>\n<li class=item>two</li>\n<li class=item>three</li></ul>"))
                .contains(new SourcePlace("index.html", 3, true));
    }

    @Test
    void classesThatAScriptAddedDoNotHideTheElement() {
        assertThat(
                        find(
                                picked(
                                        ".card.open",
                                        "<div class=\"card open\" style=\"top:3px\"></div>",
                                        "x"),
                                "index.html",
                                "<header>\n</header>\n<div class='card'>x</div>"))
                .contains(new SourcePlace("index.html", 3, true));
    }

    @Test
    void tagsOfTablesAreFound() {
        assertThat(
                        find(
                                picked("#sum", "<td id=\"sum\" colspan=\"2\"></td>", "9"),
                                "index.html",
                                "<table>\n<tr><td>1</td>\n<td id=sum colspan=2>9</td></tr></table>"))
                .contains(new SourcePlace("index.html", 3, true));
    }

    @Test
    void whatAScriptMakesIsFoundInTheScript() {
        assertThat(
                        find(
                                picked(".tile.hot", "<div class=\"tile hot\"></div>", ""),
                                "index.html",
                                "<style>.tile{}</style><main></main>",
                                "app.js",
                                "const a = 1;\nconst t = document.createElement('div');\nt.className = 'tile hot';"))
                .contains(new SourcePlace("app.js", 3, false));
    }

    @Test
    void anIdThatAScriptGivesIsFound() {
        assertThat(
                        find(
                                picked("#score", "<span id=\"score\"></span>", "12"),
                                "index.html",
                                "<body>\n<script>\nlet s = document.createElement('span');\ns.id = 'score';</script>"))
                .contains(new SourcePlace("index.html", 4, false));
    }

    @Test
    void whatAHelperMakesIsFoundByWhatItSays() {
        assertThat(
                        find(
                                picked(
                                        "canvas",
                                        "<canvas width=\"400\" aria-label=\"Picture\"></canvas>",
                                        ""),
                                "index.html",
                                "<main></main>",
                                "app.js",
                                "const b = h('canvas');\nconst a = h('canvas', { ariaLabel: 'Picture' });"))
                .contains(new SourcePlace("app.js", 2, false));
    }

    @Test
    void whatIsNowhereIsNotFound() {
        assertThat(
                        find(
                                picked("canvas", "<canvas></canvas>", ""),
                                "index.html",
                                "<script src='three.js'></script>"))
                .isEmpty();
    }

    @Test
    void namesWithSpecialCharactersDoNoHarm() {
        assertThat(
                        find(
                                picked(
                                        "div",
                                        "<div class=\"w-1/2 md:(x) [a\" id=\"a'b(\"></div>",
                                        ""),
                                "index.html",
                                "<p>nothing"))
                .isEmpty();
    }

    @Test
    void theFilesThatAPageNamesAreRead() throws Exception {
        Map<String, String> all =
                Map.of(
                        "site/index.html",
                                "<script src='js/a.js'></script><link href=\"style.css\"><script src='https://unpkg.com/x.js'></script>",
                        "site/js/a.js",
                                "import b from './b.mjs'; import('../c.js'); import \"../../out.js\"",
                        "site/js/b.mjs", "import './a.js'",
                        "site/c.js", "");

        assertThat(
                        PageFiles.of(
                                path -> Optional.ofNullable(all.get(path)).map(String::getBytes),
                                "site/index.html"))
                .containsOnlyKeys("site/index.html", "site/js/a.js", "site/js/b.mjs", "site/c.js");
    }
}
