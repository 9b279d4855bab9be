package dev.easel.project;

import java.util.List;

/// How lines that a model wrote are indented differently from those of the file.
///
/// @param drop white space that the model's lines have too much at their beginning
/// @param add white space that they lack
record Indentation(String drop, String add) {
    private static final Indentation SAME = new Indentation("", "");

    /// What leads from the search to the place where it was found, told by the first line that
    /// differs.
    static Indentation between(List<String> search, List<String> found) {
        for (int i = 0; i < search.size(); i++) {
            String wanted = of(search.get(i));
            String there = of(found.get(i));
            if (!search.get(i).isBlank() && !wanted.equals(there)) {
                return there.endsWith(wanted)
                        ? new Indentation("", there.substring(0, there.length() - wanted.length()))
                        : wanted.endsWith(there)
                                ? new Indentation(
                                        wanted.substring(0, wanted.length() - there.length()), "")
                                : new Indentation(wanted, there);
            }
        }
        return SAME;
    }

    /// Lines with what they lack, or without what they have too much.
    List<String> apply(List<String> lines) {
        return this.equals(SAME) ? lines : lines.stream().map(this::apply).toList();
    }

    private String apply(String line) {
        if (line.isBlank()) {
            return line;
        }
        return add + (line.startsWith(drop) ? line.substring(drop.length()) : line.stripLeading());
    }

    private static String of(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
