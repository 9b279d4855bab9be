package dev.easel.project;

import java.util.Objects;
import java.util.regex.Pattern;

/// One text file of a project.
///
/// The path is relative, uses `/`, and never leaves the project: [#safePath(String)] is the one
/// place that decides so, because paths come from models.
///
/// @param path e.g. `index.html` or `js/app.js`
/// @param text the whole content, line ends as received
public record ProjectFile(String path, String text) {
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    public ProjectFile {
        Objects.requireNonNull(text);
        if (!path.equals(safePath(path))) {
            throw new IllegalArgumentException("Not a safe project path: " + path);
        }
    }

    /// Makes any path that a model wrote into one inside the project, and one that every file
    /// system takes: back slashes become `/`; a drive letter, leading slashes, `.` and `..`,
    /// control characters, `<>:"|?*`, and spaces and dots at the end of a name are dropped; a name
    /// that Windows keeps for a device gets a `_`.
    ///
    /// @return never empty; `file.txt` when nothing usable is left
    public static String safePath(String path) {
        StringBuilder out = new StringBuilder();
        String relative = path.strip().replaceFirst("^([A-Za-z]:)+", "").replace('\\', '/');
        for (String part : relative.split("/")) {
            String clean = safeName(part);
            if (!clean.isEmpty()) {
                out.append(out.isEmpty() ? "" : "/").append(clean);
            }
        }
        return out.isEmpty() ? "file.txt" : out.toString();
    }

    private static String safeName(String name) {
        String clean = name.replaceAll("[\\p{Cc}<>:\"|?*]", "").strip().replaceAll("[\\s.]+$", "");
        return DEVICE.matcher(clean).matches() ? "_" + clean : clean;
    }

    /// The number of lines as an editor counts them; an empty file has none.
    public int lines() {
        return text.isEmpty()
                ? 0
                : (int) text.chars().filter(c -> c == '\n').count() + (text.endsWith("\n") ? 0 : 1);
    }
}
