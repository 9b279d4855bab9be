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
    /// WebKit gives 100 frames at most; of deeper stacks the outer loops are unknown.
    private static final int DEEPEST = 95;

    private record LoopIn(Spot spot, Loop loop) {
        Source source() {
            return spot.source().apply(loop.place());
        }
    }

    /// @param stack of the page, the check's own frame first
    static Culprit in(String stack, GuardedFiles files) {
        List<StackFrame> frames = StackFrame.of(stack);
        List<LoopIn> loops =
                frames.stream()
                        .flatMap(f -> files.spot(f.file(), f.place()).stream())
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
                .orElseGet(() -> new Culprit(function(frames, files), Kind.RECURSION, false));
    }

    private static Source function(List<StackFrame> frames, GuardedFiles files) {
        if (frames.isEmpty()) {
            return new Source("", new Place(0, 0));
        }
        StackFrame frame = frames.getFirst();
        return files.spot(frame.file(), frame.place())
                .flatMap(spot ->
                        spot.text().check(spot.place()).map(Check::place).map(spot.source()))
                .orElseGet(() -> files.source(frame.file(), frame.place()));
    }

    StoppedLoop stopped(long millis) {
        Place place = source.place();
        return new StoppedLoop(source.file(), place.line(), place.column(), kind, millis);
    }
}
