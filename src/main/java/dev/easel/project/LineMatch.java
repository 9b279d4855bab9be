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
    },
    /// White space at line ends does not count.
    TRAILING_SPACE {
        @Override
        String key(String line) {
            return line.stripTrailing();
        }
    },
    /// Indentation does not count either.
    INDENTATION {
        @Override
        String key(String line) {
            return line.strip();
        }
    },
    /// Lines that resemble the search; see [Resemblance].
    RESEMBLANCE {
        @Override
        String key(String line) {
            return line.strip();
        }

        @Override
        List<Integer> find(List<String> lines, List<String> search) {
            return Resemblance.find(lines, search);
        }
    };

    abstract String key(String line);

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
            if (!key(lines.get(at + i)).equals(keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// A line without its line end.
    static String body(String line) {
        int end = line.length();
        end -= end > 0 && line.charAt(end - 1) == '\n' ? 1 : 0;
        end -= end > 0 && line.charAt(end - 1) == '\r' ? 1 : 0;
        return line.substring(0, end);
    }
}
