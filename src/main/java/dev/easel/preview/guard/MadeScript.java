package dev.easel.preview.guard;

import dev.easel.preview.guard.GuardedText.Place;
import java.util.Optional;

/// A script that the page made at run time, and where its text comes from.
///
/// @param code as the page made it
record MadeScript(String code, GuardedText guarded) {
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
