package dev.easel.preview.guard;

import dev.easel.preview.guard.GuardedFiles.Source;
import dev.easel.preview.guard.GuardedFiles.Spot;
import dev.easel.preview.guard.GuardedText.Check;
import dev.easel.preview.guard.GuardedText.Loop;
import dev.easel.preview.guard.GuardedText.Place;
import dev.easel.preview.guard.StoppedLoop.Kind;
import java.util.List;
import java.util.Optional;

/// Which of the loops that a page is in keeps it.
///
/// @param mayEnd whether all of them count towards a limit
record Culprit(Source source, Kind kind, boolean mayEnd) {
    private static final Source UNKNOWN = new Source("", new Place(0, 0));

    /// WebKit gives 100 frames at most; of deeper stacks the outer loops are unknown.
    private static final int DEEPEST = 95;

    private record LoopIn(Spot spot, Loop loop) {
        Source source() {
            return spot.source().apply(loop.place());
        }
    }

    /// @param stack of the page, the check's own frame first
    /// @param number that the check says; 0 when it says none
    static Culprit in(String stack, int number, GuardedFiles files) {
        List<StackFrame> frames = StackFrame.of(stack);
        // The stack does not name scripts that were made at run time, nor the lines of handlers.
        String document = frames.isEmpty() ? "" : frames.getFirst().file();
        List<Spot> spots =
                number > 0
                        ? files.spot(number, document).stream().toList()
                        : frames.stream()
                                .flatMap(f -> files.spot(f.file(), f.place()).stream())
                                .toList();
        List<LoopIn> loops =
                spots.stream()
                        .flatMap(spot ->
                                spot.text().loopsAround(spot.place()).stream()
                                        .map(loop -> new LoopIn(spot, loop)))
                        .toList();
        boolean mayEnd =
                !loops.isEmpty()
                        && frames.size() < DEEPEST
                        && loops.stream().allMatch(l -> l.loop().isCounted());
        Optional<LoopIn> loop =
                loops.stream()
                        .filter(l -> !l.loop().isCounted())
                        .findFirst()
                        .or(() -> loops.stream().findFirst());
        return loop.map(l -> new Culprit(l.source(), Kind.LOOP, mayEnd))
                .or(() -> spots.stream().findFirst().map(Culprit::function))
                .orElseGet(() -> new Culprit(UNKNOWN, Kind.RECURSION, false));
    }

    private static Culprit function(Spot spot) {
        Source source =
                spot.text()
                        .check(spot.place())
                        .map(Check::place)
                        .map(spot.source())
                        .orElseGet(() -> spot.source().apply(spot.text().original(spot.place())));
        return new Culprit(source, Kind.RECURSION, false);
    }

    StoppedLoop stopped(long millis) {
        Place place = source.place();
        return new StoppedLoop(source.file(), place.line(), place.column(), kind, millis);
    }
}
