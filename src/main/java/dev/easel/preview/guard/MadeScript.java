package dev.easel.preview.guard;

import dev.easel.preview.guard.GuardedText.Place;
import dev.easel.preview.guard.ScriptParser.Goal;
import java.util.Optional;

/// A script that the page made at run time, and where its text comes from.
///
/// @param code as the page made it
/// @param firstLine the line that WebKit counts for the first line of the code
record MadeScript(String code, GuardedText guarded, int firstLine) {
    /// The head of a function made from texts: `function anonymous(a\n) {\n`.
    private static final int BODY_LINE = 3;

    static MadeScript of(MadeKind kind, String code) {
        return switch (kind) {
            case SCRIPT -> new MadeScript(code, Guarding.made(code, Goal.SCRIPT), 1);
            case BODY -> new MadeScript(code, Guarding.made(code, Goal.BODY), BODY_LINE);
            case ASYNC_BODY ->
                    new MadeScript(code, Guarding.made(code, Goal.ASYNC_BODY), BODY_LINE);
            case HANDLER -> new MadeScript(code, Guarding.made(code, Goal.BODY), 1);
            case HTML -> new MadeScript(code, Guarding.html(code, java.util.List.of()), 1);
            case FILE -> new MadeScript(code, Guarding.script(code), 1);
        };
    }

    /// A place that WebKit says as a place of the guarded code.
    Place inCode(Place place) {
        return new Place(Math.max(1, place.line() - firstLine + 1), place.column());
    }

    /// Where a place of the original code is in a file, if the file holds the code literally or
    /// holds what a compiler with a source map made it from.
    Optional<Place> in(String file, Place place) {
        return SourceMap.in(code)
                .flatMap(map -> map.original(place).flatMap(p -> within(file, map.source(), p)))
                .or(() -> within(file, code, place));
    }

    private static Optional<Place> within(String file, String part, Place place) {
        String wanted = part.strip();
        int at = wanted.isEmpty() ? -1 : file.indexOf(wanted);
        if (at < 0) {
            return Optional.empty();
        }
        // Lines of the part that were stripped stand in front of it in the file, too.
        long lead = part.substring(0, part.indexOf(wanted)).chars().filter(c -> c == '\n').count();
        long before = file.substring(0, at).chars().filter(c -> c == '\n').count();
        int line = (int) (before - lead) + place.line();
        int column = place.column();
        if (lead == 0 && place.line() == 1) {
            column += at - part.indexOf(wanted) - (file.lastIndexOf('\n', at) + 1);
        }
        return Optional.of(new Place(line, column));
    }
}
