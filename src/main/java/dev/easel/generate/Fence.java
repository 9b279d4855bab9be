package dev.easel.generate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that opens or closes a fenced block: three or more backticks or tildes, then an info
/// string (CommonMark 4.5, but with any indentation up to 60, because models fence inside lists).
///
/// @param mark the backtick or the tilde
/// @param length how many of them
/// @param indent characters of white space before them
/// @param info what follows on the line, stripped; empty for a closing fence
record Fence(char mark, int length, int indent, String info) {
    static final Pattern LINE =
            Pattern.compile("(?<indent>[ \\t]{0,60})(?<mark>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)\\R?");

    /// @param line with or without its line end
    static Optional<Fence> of(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        String mark = m.group("mark");
        return Optional.of(
                new Fence(
                        mark.charAt(0),
                        mark.length(),
                        m.group("indent").length(),
                        m.group("info").strip()));
    }

    /// Whether nothing but the marks stands on the line: only such a line can close a block.
    boolean bare() {
        return info.isEmpty();
    }

    /// Whether this fence could belong to a block that `opener` began: shorter ones are its
    /// content.
    boolean matches(Fence opener) {
        return mark == opener.mark && length >= opener.length && indent <= opener.indent + 3;
    }

    boolean closes(Fence opener) {
        return bare() && matches(opener);
    }
}
