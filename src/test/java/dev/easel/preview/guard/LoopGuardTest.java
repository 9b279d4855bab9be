package dev.easel.preview.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.guard.StoppedLoop.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a page's code is stopped, by a clock that the test moves.
class LoopGuardTest {
    private static final String ORIGIN = "https://p.preview.invalid/";

    private long wall;
    private long cpu;
    private final TaskClock clock = new TaskClock(() -> wall, () -> cpu);
    private final List<StoppedLoop> stopped = new ArrayList<>();
    private final LoopGuard guard = new LoopGuard(clock, stopped::add);
    private final GuardedFiles files = new GuardedFiles(ORIGIN, new GuardCache());

    @Test
    void aTaskIsStoppedAfterItsLimitWithItsLine() {
        String stack = in("a();\n  while (true) { b() }", 2, 20);

        assertThat(work(1_400)).isEmpty();
        assertThat(work(200)).isEqualTo("where");
        assertThat(guard.mayGoOn(files, stack, 0))
                .isEqualTo("Stopped a loop that ran for 1.6 s without a pause: a.js:2");
        assertThat(stopped).containsExactly(new StoppedLoop("a.js", 2, 3, Kind.LOOP, 1_600));
    }

    @Test
    void whatWasStoppedStaysStoppedUntilTheThreadIsFree() {
        work(2_000);
        String words = guard.mayGoOn(files, in("while (true);", 1, 8), 0);

        assertThat(work(10)).isEqualTo(words);
        clock.beat();
        assertThat(work(10)).isEmpty();
        assertThat(stopped).hasSize(1);
    }

    @Test
    void tasksWithAFreeMomentBetweenThemAreCountedApart() {
        for (int i = 0; i < 10; i++) {
            assertThat(work(1_000)).isEmpty();
            clock.beat();
        }
    }

    @Test
    void loopsThatCountGetMoreTime() {
        String counting = in("for (let i = 0; i < 9; i++) { a() }", 1, 40);
        work(2_000);

        assertThat(guard.mayGoOn(files, counting, 0)).isEmpty();
        work(1_700);
        assertThat(guard.mayGoOn(files, counting, 0)).isEmpty();
        work(200);
        assertThat(guard.mayGoOn(files, counting, 0)).contains("a.js:1");
    }

    @Test
    void anEndlessLoopAroundACountingOneIsToBlame() {
        String stack = in("while (true) {\nfor (const a of b) { c() } }", 2, 40);
        work(2_000);

        assertThat(guard.mayGoOn(files, stack, 0)).endsWith("a.js:1");
    }

    @Test
    void functionsThatCallEachOtherAreNamedByTheirPlace() {
        String stack = in("\nfunction f() { g() }", 2, 17);
        work(2_000);

        assertThat(guard.mayGoOn(files, stack, 0))
                .isEqualTo("Stopped code that ran for 2.0 s without a pause: a.js:2");
        assertThat(stopped.getFirst().kind()).isEqualTo(Kind.RECURSION);
    }

    @Test
    void aStackThatSaysNothingIsNoReasonToGoOn() {
        work(2_000);

        assertThat(guard.mayGoOn(files, "-", 0)).startsWith("Stopped code");
    }

    @Test
    void aLongCallBetweenTwoLooksCountsOnlyInPart() {
        guard.mayGoOn(files, "", 0);
        move(10_000);
        guard.mayGoOn(files, "", 0);

        assertThat(clock.used()).isEqualTo(500_000_000);
    }

    @Test
    void waitingForOtherProgramsCountsHalf() {
        clock.used();
        wall += 400_000_000;

        assertThat(clock.used()).isEqualTo(200_000_000);
    }

    @Test
    void waitingForTheGraphicsDriverDoesNotCount() {
        clock.used();
        for (int i = 0; i < 90; i++) {
            waitForDriver(100);
        }

        assertThat(clock.used()).isZero();
    }

    @Test
    void whatIsDoneBetweenTheWaitsCounts() {
        clock.used();
        for (int i = 0; i < 10; i++) {
            waitForDriver(100);
            move(20);
            clock.used();
        }

        assertThat(clock.used()).isEqualTo(200_000_000);
    }

    @Test
    void waitingForTheGraphicsDriverForEverCounts() {
        clock.used();
        for (int i = 0; i < 120; i++) {
            waitForDriver(100);
        }

        assertThat(clock.used()).isEqualTo(1_000_000_000);
        clock.beat();
        clock.used();
        waitForDriver(9_000);
        assertThat(clock.used()).isZero();
    }

    private void waitForDriver(long millis) {
        wall += millis * 1_000_000;
        clock.waited(millis * 1_000_000);
        clock.used();
    }

    @Test
    void aPageThatHangsAgainAndAgainIsStoppedForGood() {
        String stack = in("while (true);", 1, 8);
        for (int i = 0; i < 3; i++) {
            clock.beat();
            work(2_000);
            guard.mayGoOn(files, stack, 0);
        }
        clock.beat();

        assertThat(guard.isStoppedForGood()).isTrue();
        assertThat(work(1)).startsWith("Stopped");
        guard.reset();
        clock.beat();
        assertThat(work(1)).isEmpty();
    }

    @Test
    void aRaisedLimitHolds() {
        guard.setLimit(Duration.ofSeconds(6));

        assertThat(work(5_900)).isEmpty();
        assertThat(work(200)).isEqualTo("where");
    }

    @Test
    void codeMadeAtRunTimeIsFoundByTheNumberOfItsCheck() {
        files.guard(
                "index.html", FileKind.HTML, "<p>\n<script>\nx('while (true);')</script>", 0, "");
        String made = files.made(MadeKind.SCRIPT, "while (true);");
        int number = Integer.parseInt(made.replaceAll("(?s).*t\\((\\d+)\\).*", "$1"));
        work(2_000);

        assertThat(guard.mayGoOn(files, "-", number)).endsWith("index.html:3");
    }

    @Test
    void codeThatACompilerMadeIsFoundByItsSourceMap() {
        String source = "const a = 1;\nwhile (a) { <p/> }";
        String page = "<p>\n<script type=text/babel>\n" + source + "</script>";
        files.guard("index.html", FileKind.HTML, page, 0, "");
        // Its first line came from the second of the source.
        String map =
                "{\"version\":3,\"sourcesContent\":[\""
                        + source.replace("\n", "\\n")
                        + "\"],\"mappings\":\"AACA\"}";
        String compiled =
                "while (a) { p() }\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,"
                        + java.util.Base64.getEncoder()
                                .encodeToString(
                                        map.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String made = files.made(MadeKind.SCRIPT, compiled);
        int number = Integer.parseInt(made.replaceAll("(?s).*?t\\((\\d+)\\).*", "$1"));
        work(2_000);

        assertThat(guard.mayGoOn(files, "-", number)).endsWith("index.html:4");
    }

    /// The stack of a place in a guarded script.
    private String in(String script, int line, int column) {
        files.guard("a.js", FileKind.SCRIPT, script, 0, "");
        int prelude = line == 1 ? 62 : 0;
        return "f@" + ORIGIN + "a.js?v=1:" + line + ":" + (column + prelude);
    }

    private String work(long millis) {
        if (clock.used() == 0) {
            guard.mayGoOn(files, "", 0);
        }
        String answer = "";
        for (long left = millis; left > 0; left -= 50) {
            move(Math.min(50, left));
            answer = guard.mayGoOn(files, "", 0);
        }
        return answer;
    }

    private void move(long millis) {
        wall += millis * 1_000_000;
        cpu += millis * 1_000_000;
    }
}
