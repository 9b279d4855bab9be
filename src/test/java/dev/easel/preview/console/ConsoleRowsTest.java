package dev.easel.preview.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.console.ConsoleContent.Divider;
import dev.easel.preview.console.ConsoleContent.Input;
import dev.easel.preview.console.ConsoleContent.Line;
import dev.easel.preview.console.ConsoleFilter.Kind;
import dev.easel.preview.sandbox.ConsoleDetail.Group;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleRowsTest {
    private final FakePage page = new FakePage();
    private final ConsoleLog log = new ConsoleLog();
    private final ConsoleRows rows = new ConsoleRows(log, new ConsoleTree(page), Runnable::run);

    private void say(ConsoleEntry... entries) {
        rows.add(Arrays.stream(entries).map(e -> (ConsoleContent) new Line(e)).toList());
    }

    private void toggle(int row) {
        rows.toggle(rows.rows().get(row));
    }

    private List<String> texts() {
        return rows.rows().stream()
                .map(r -> r.entry().map(e -> e.text().strip()).orElseGet(r::toString))
                .toList();
    }

    @Test
    void repeatedLinesAreOneRowWithTheirNumber() {
        say(FakePage.line(Level.LOG, "a"), FakePage.line(Level.LOG, "a"));
        say(FakePage.line(Level.LOG, "a"), FakePage.line(Level.LOG, "b"));

        assertThat(texts()).containsExactly("a", "b");
        assertThat(rows.rows().getFirst().count()).isEqualTo(3);
    }

    @Test
    void equalTextsFromTwoPlacesAreTwoRows() {
        say(FakePage.at(Level.LOG, "a", "x.js", 1, ""), FakePage.at(Level.LOG, "a", "x.js", 2, ""));

        assertThat(rows.rows()).hasSize(2);
    }

    @Test
    void levelsAreCountedAndFiltered() {
        say(
                FakePage.line(Level.ERROR, "e"),
                FakePage.line(Level.WARN, "w"),
                FakePage.line(Level.LOG, "l"),
                FakePage.line(Level.ALERT, "alert"),
                FakePage.line(Level.DEBUG, "d"));
        rows.setFilter(new ConsoleFilter(Set.of(Kind.ERRORS, Kind.INFO), ""));

        assertThat(texts()).containsExactly("e", "l", "alert");
        assertThat(log.count(Kind.INFO)).isEqualTo(2);
        assertThat(log.count(Kind.DEBUG)).isEqualTo(1);
    }

    @Test
    void wordsAreFoundWhateverTheirCase() {
        say(FakePage.line(Level.LOG, "Level loaded"), FakePage.line(Level.LOG, "tick"));
        rows.setFilter(new ConsoleFilter(ConsoleFilter.ALL.kinds(), "LOAD"));
        say(FakePage.line(Level.LOG, "loading"), FakePage.line(Level.LOG, "tock"));

        assertThat(texts()).containsExactly("Level loaded", "loading");
    }

    @Test
    void whatTheUserTypedStaysWhateverTheLevels() {
        rows.add(List.of(new Input("1 + 1"), new Divider(LocalTime.NOON)));
        rows.setFilter(new ConsoleFilter(Set.of(), ""));

        assertThat(rows.rows()).hasSize(2);
    }

    @Test
    void aLongSearchGoesOnLaterAndMissesNothing() {
        Deque<Runnable> later = new ArrayDeque<>();
        ConsoleRows slow = new ConsoleRows(log, new ConsoleTree(page), later::add);
        String much = "x".repeat(9_000);
        List<ConsoleContent> lines = new ArrayList<>();
        for (int i = 0; i < ConsoleLog.LIMIT; i++) {
            lines.add(new Line(FakePage.line(Level.LOG, much + i)));
        }
        slow.add(lines);
        slow.setFilter(new ConsoleFilter(ConsoleFilter.ALL.kinds(), "x9999"));
        assertThat(later).isNotEmpty();
        slow.add(List.of(new Line(FakePage.line(Level.LOG, "late x9999"))));
        while (!later.isEmpty()) {
            later.poll().run();
        }

        assertThat(slow.rows())
                .extracting(r -> r.entry().orElseThrow().text().replace("x", ""))
                .containsExactly("9999", "late 9999");
    }

    @Test
    void theOldestLinesGoWhenThereAreTooMany() {
        say(
                IntStream.range(0, ConsoleLog.LIMIT + 5)
                        .mapToObj(i -> FakePage.line(Level.LOG, "" + i))
                        .toArray(ConsoleEntry[]::new));

        assertThat(rows.rows()).hasSize(ConsoleLog.LIMIT);
        assertThat(texts().getFirst()).isEqualTo("5");
        assertThat(log.count(Kind.INFO)).isEqualTo(ConsoleLog.LIMIT);
    }

    @Test
    void aLineThatGoesTakesWhatWasOpenedWithIt() {
        say(FakePage.with(page.object(1, FakePage.property("a", FakePage.number(1)))));
        toggle(0);
        say(
                IntStream.range(0, ConsoleLog.LIMIT)
                        .mapToObj(i -> FakePage.line(Level.LOG, "" + i))
                        .toArray(ConsoleEntry[]::new));

        assertThat(texts().getFirst()).isEqualTo("0");
    }

    @Test
    void aValueIsOpenedAndClosed() {
        PageValue inner = page.object(2, FakePage.property("deep", FakePage.number(7)));
        say(FakePage.with(page.object(1, FakePage.property("inner", inner))));
        toggle(0);
        toggle(1);
        assertThat(texts()).containsExactly("{…}", "  inner: {…}", "    deep: 7");
        toggle(0);
        assertThat(texts()).containsExactly("{…}");
        toggle(0);

        assertThat(rows.rows()).hasSize(3);
    }

    @Test
    void manyPropertiesAreReadAHundredAtATime() {
        PageProperty[] many =
                IntStream.range(0, 250)
                        .mapToObj(i -> FakePage.property("" + i, FakePage.number(i)))
                        .toArray(PageProperty[]::new);
        say(FakePage.with(page.object(1, many)));
        toggle(0);
        assertThat(texts().getLast()).endsWith("150 more");
        toggle(101);
        assertThat(texts().getLast()).endsWith("50 more");
        toggle(201);

        assertThat(rows.rows()).hasSize(251);
        assertThat(texts().getLast()).endsWith("249: 249");
    }

    @Test
    void anAccessorRunsWhenItsRowIsAskedFor() {
        page.getters.put(9L, FakePage.number(42));
        PageValue getter = new PageValue(PageValue.Kind.GETTER, "(…)", 9);
        say(FakePage.with(page.object(1, FakePage.property("score", getter))));
        toggle(0);
        assertThat(texts().getLast()).endsWith("score: (…)");
        toggle(1);

        assertThat(texts().getLast()).endsWith("score: 42");
    }

    @Test
    void aValueThatHasGoneSaysSo() {
        say(FakePage.with(new PageValue(PageValue.Kind.OBJECT, "{…}", 77)));
        toggle(0);

        assertThat(rows.rows().getLast().content()).isInstanceOf(ConsoleContent.Gone.class);
    }

    @Test
    void aStackIsFoldedIntoItsFrames() {
        say(
                FakePage.at(
                        Level.ERROR,
                        "bad",
                        "a.js",
                        3,
                        "deep@a.js:3:1\nhttps://cdn.example/lib.js:9:2"));
        toggle(0);

        assertThat(rows.rows())
                .extracting(ConsoleRow::content)
                .filteredOn(c -> c instanceof ConsoleContent.Frame)
                .extracting(c -> ((ConsoleContent.Frame) c).frame().isOwn())
                .containsExactly(true, false);
    }

    @Test
    void aGroupIsClosedAndOpened() {
        say(
                FakePage.grouped("outer", 0, Group.OPEN),
                FakePage.grouped("one", 1, Group.NONE),
                FakePage.grouped("inner", 1, Group.COLLAPSED),
                FakePage.grouped("two", 2, Group.NONE),
                FakePage.grouped("after", 0, Group.NONE));
        assertThat(texts()).containsExactly("outer", "one", "inner", "after");
        toggle(2);
        assertThat(texts()).containsExactly("outer", "one", "inner", "two", "after");
        toggle(0);

        assertThat(texts()).containsExactly("outer", "after");
    }

    @Test
    void aSearchLooksIntoClosedGroups() {
        say(
                FakePage.grouped("outer", 0, Group.COLLAPSED),
                FakePage.grouped("hidden word", 1, Group.NONE));
        rows.setFilter(new ConsoleFilter(ConsoleFilter.ALL.kinds(), "word"));

        assertThat(texts()).containsExactly("hidden word");
    }
}
