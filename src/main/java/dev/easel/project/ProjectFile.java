package dev.easel.project;

import java.util.Objects;

/// One text file of a project.
///
/// The path is relative, uses `/`, and never leaves the project: [#safePath(String)] is the one
/// place that decides so, because paths come from models.
///
/// @param path e.g. `index.html` or `js/app.js`
/// @param text the whole content, line ends as received
public record ProjectFile(String path, String text) {
    public ProjectFile {
        Objects.requireNonNull(text);
        if (!path.equals(safePath(path))) {
            throw new IllegalArgumentException("Not a safe project path: " + path);
        }
    }

    /// Makes any path that a model wrote into one inside the project: back slashes, drive letters,
    /// leading slashes, `.` and `..` and characters that some file system refuses are dropped.
    ///
    /// @return never empty; `file.txt` when nothing usable is left
    public static String safePath(String path) {
        StringBuilder out = new StringBuilder();
        for (String part : path.strip().replace('\\', '/').split("/")) {
            String clean = part.replaceAll("[\\p{Cntrl}<>:\"|?*]", "").strip();
            if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
                continue;
            }
            out.append(out.isEmpty() ? "" : "/").append(clean);
        }
        return out.isEmpty() ? "file.txt" : out.toString();
    }

    /// The number of lines as an editor counts them; an empty file has none.
    public int lines() {
        return text.isEmpty()
                ? 0
                : (int) text.chars().filter(c -> c == '\n').count() + (text.endsWith("\n") ? 0 : 1);
    }
}
