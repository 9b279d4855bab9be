package dev.easel.preview.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One frame of a stack, as WebKit writes it: `name@file:line:column`.
///
/// @param function empty when it has no name
/// @param file path inside the project, or the address of another file
record StackFrame(String function, String file, int line, int column) {
    private static final Pattern FRAME =
            Pattern.compile("(?:([^@]*)@)?(.+?):(\\d{1,9})(?::(\\d{1,9}))?");
    private static final int MOST = 50;

    /// The frames of a stack; lines that are none are left out.
    static List<StackFrame> of(String stack) {
        return stack.lines().limit(MOST).flatMap(line -> parse(line).stream()).toList();
    }

    private static Optional<StackFrame> parse(String line) {
        Matcher frame = FRAME.matcher(line.strip());
        if (!frame.matches()) {
            return Optional.empty();
        }
        String column = frame.group(4);
        return Optional.of(
                new StackFrame(
                        frame.group(1) == null ? "" : frame.group(1),
                        frame.group(2),
                        Integer.parseInt(frame.group(3)),
                        column == null ? 0 : Integer.parseInt(column)));
    }

    /// Whether it is in a file of the project; all others are in libraries, or in code that the
    /// page made up.
    boolean isOwn() {
        return isOwn(file);
    }

    static boolean isOwn(String file) {
        return !file.isEmpty() && !file.matches("(?i)[a-z][a-z0-9+.-]+:.*");
    }

    /// The file's last part and the line, e.g. `app.js:12`.
    String place() {
        return place(file, line);
    }

    static String place(String file, int line) {
        if (file.startsWith("blob:") || file.startsWith("data:")) {
            return file.substring(0, 4) + (line == 0 ? "" : ":" + line);
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.isEmpty() || line == 0 ? name : name + ":" + line;
    }
}
