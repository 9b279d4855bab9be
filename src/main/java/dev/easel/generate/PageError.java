package dev.easel.generate;

import dev.easel.project.Artifact;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An error that a page reported while it ran.
///
/// @param file path inside the project; empty when unknown
/// @param line 1 for the first; 0 when unknown
/// @param column 1 for the first; 0 when unknown
/// @param stack one frame a line; empty when there is none
public record PageError(String text, String file, int line, int column, String stack) {
    private static final int AROUND = 4;
    private static final int MOST_FRAMES = 8;
    // Models repair the first few; a loop may have thrown thousands.
    private static final int MOST = 8;
    private static final int LONGEST_LINE = 300;

    /// What makes two errors the same, wherever their lines have moved to.
    public String signature() {
        return file + "\n" + text.replaceAll("\\d+", "0");
    }

    /// What a model is asked so that it repairs these errors.
    ///
    /// @param files of the page, from which the lines around each error are quoted
    static String prompt(List<PageError> errors, Artifact files) {
        String told =
                errors.stream()
                        .distinct()
                        .limit(MOST)
                        .map(e -> e.told(files))
                        .collect(Collectors.joining("\n"));
        int count = (int) errors.stream().distinct().count();
        return Prompts.fill(
                "repair",
                Map.of("count", count == 1 ? "an error" : count + " errors", "errors", told));
    }

    private String told(Artifact files) {
        StringBuilder text = new StringBuilder("- " + this.text.strip());
        if (!file.isEmpty()) {
            text.append(" (").append(file).append(line > 0 ? ":" + line : "");
            text.append(line > 0 && column > 0 ? ":" + column : "").append(')');
        }
        text.append('\n');
        if (!stack.isBlank()) {
            String frames = stack.lines().limit(MOST_FRAMES).collect(Collectors.joining("\n"));
            text.append("Stack:\n").append(Prompts.fenced("", frames));
        }
        files.file(file).filter(f -> line > 0).ifPresent(f -> text.append(around(f.text())));
        return text.toString();
    }

    private String around(String code) {
        List<String> lines = code.lines().toList();
        int from = Math.max(0, line - 1 - AROUND);
        int to = Math.min(lines.size(), line + AROUND);
        if (from >= to) {
            return "";
        }
        String quoted =
                lines.subList(from, to).stream()
                        .map(l -> l.length() > LONGEST_LINE ? l.substring(0, LONGEST_LINE) : l)
                        .collect(Collectors.joining("\n"));
        return "Lines " + (from + 1) + " to " + to + ":\n" + Prompts.fenced("", quoted);
    }
}
