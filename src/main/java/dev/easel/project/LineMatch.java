package dev.easel.project;

import java.util.ArrayList;
import java.util.List;

/// The ways in which lines of a search may be those of a file, the strictest first.
enum LineMatch {
    /// The same but for their line ends.
    EXACT {
        @Override
        String key(String line) {
            return body(line);
        }

        @Override
        boolean same(String line, String key) {
            return line.startsWith(key) && bodyLength(line) == key.length();
        }
    },
    /// White space at line ends does not count.
    TRAILING_SPACE {
        @Override
        String key(String line) {
            return line.stripTrailing();
        }

        @Override
        boolean same(String line, String key) {
            return line.startsWith(key) && isBlank(line, key.length());
        }
    },
    /// Indentation does not count either.
    INDENTATION {
        @Override
        String key(String line) {
            return line.strip();
        }

        @Override
        boolean same(String line, String key) {
            int from = 0;
            while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
                from++;
            }
            return line.startsWith(key, from) && isBlank(line, from + key.length());
        }
    },
    /// Lines that resemble the search; see [Resemblance].
    RESEMBLANCE {
        @Override
        String key(String line) {
            return line.strip();
        }

        @Override
        boolean same(String line, String key) {
            return line.strip().equals(key);
        }

        @Override
        List<Integer> find(List<String> lines, List<String> search) {
            return Resemblance.find(lines, search);
        }
    };

    /// What of a line of the search counts.
    abstract String key(String line);

    /// Whether a line of the file is the one with this key; nothing is copied for it, because every
    /// line of a file is asked.
    abstract boolean same(String line, String key);

    private static boolean isBlank(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (!Character.isWhitespace(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Where the search begins in the file, each place once; more than two places are not told.
    ///
    /// @param search not empty; its first line is not blank
    List<Integer> find(List<String> lines, List<String> search) {
        List<String> keys = search.stream().map(this::key).toList();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + keys.size() <= lines.size() && found.size() < 2; i++) {
            if (matches(lines, i, keys)) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean matches(List<String> lines, int at, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (!same(lines.get(at + i), keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// A line without its line end.
    static String body(String line) {
        return line.substring(0, bodyLength(line));
    }

    private static int bodyLength(String line) {
        int end = line.length();
        end -= end > 0 && line.charAt(end - 1) == '\n' ? 1 : 0;
        end -= end > 0 && line.charAt(end - 1) == '\r' ? 1 : 0;
        return end;
    }
}
