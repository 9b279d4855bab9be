package dev.easel.preview.guard;

import dev.easel.preview.guard.GuardedText.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a stack as WebKit writes it: `name@file:line:column`.
///
/// @param function with its `@`; empty when it has no name
/// @param file as it stands there
record StackFrame(String function, String file, Place place) {
    private static final Pattern LINE =
            Pattern.compile("^(.{0,300}?@)?([^\\s@]{0,2000}):(\\d{1,8}):(\\d{1,8})$");

    static List<StackFrame> of(String stack) {
        return stack.lines().map(StackFrame::ofLine).flatMap(Optional::stream).toList();
    }

    static Optional<StackFrame> ofLine(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String function = matcher.group(1) == null ? "" : matcher.group(1);
        Place place =
                new Place(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
        return Optional.of(new StackFrame(function, matcher.group(2), place));
    }

    @Override
    public String toString() {
        return function + file + ":" + place.line() + ":" + place.column();
    }
}
