package dev.easel.preview.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines that were typed, for Up and Down. Lives as long as the window. UI thread.
final class InputHistory {
    private static final int LIMIT = 200;

    private final List<String> lines = new ArrayList<>();
    private String draft = "";
    private int at;

    /// Takes a line that was run; the same as the last one is not taken twice.
    void add(String line) {
        if (lines.isEmpty() || !lines.getLast().equals(line)) {
            lines.add(line);
        }
        if (lines.size() > LIMIT) {
            lines.removeFirst();
        }
        at = lines.size();
        draft = "";
    }

    /// @param now what is typed, to come back to
    Optional<String> older(String now) {
        if (at == 0) {
            return Optional.empty();
        }
        if (at == lines.size()) {
            draft = now;
        }
        return Optional.of(lines.get(--at));
    }

    Optional<String> newer() {
        if (at == lines.size()) {
            return Optional.empty();
        }
        return Optional.of(++at == lines.size() ? draft : lines.get(at));
    }
}
