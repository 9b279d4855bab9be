package dev.easel.project;

import dev.easel.bench.Bench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Twenty changes to a file of 5,000 lines.
class EditBench {
    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("    const value").append(i).append(" = compute(").append(i * 7);
            text.append(", 'some text');\n");
        }
        return text.toString();
    }

    private static List<Edit> edits(String text, boolean exact) {
        List<String> lines = text.lines().toList();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String search = String.join("\n", lines.subList(i * 240, i * 240 + 6)) + "\n";
            String wanted = exact ? search : search.replaceFirst("compute", "computes");
            edits.add(new Edit(wanted, wanted.replace("some", "another")));
        }
        return edits;
    }

    @Test
    void twentyExactChanges() {
        String text = text();
        List<Edit> edits = edits(text, true);
        Bench.time("20 exact edits to 5,000 lines", 20, 100, () -> apply(text, edits));
    }

    @Test
    void twentyChangesThatResemble() {
        String text = text();
        List<Edit> edits = edits(text, false);
        Bench.time("20 edits by resemblance to 5,000 lines", 5, 30, () -> apply(text, edits));
    }

    private static void apply(String text, List<Edit> edits) {
        EditedText edited = new EditedText(text);
        for (Edit edit : edits) {
            if (!(edited.apply(edit) instanceof EditOutcome.Applied)) {
                throw new IllegalStateException("refused: " + edit);
            }
        }
        if (edited.text().length() <= text.length()) {
            throw new IllegalStateException("nothing changed");
        }
    }
}
