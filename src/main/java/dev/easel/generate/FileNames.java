package dev.easel.generate;

import dev.easel.project.ProjectFile;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The paths of one reply: makes them safe, and finds names for blocks that have none.
///
/// A nameless block gets the name by which an earlier file refers to a file that is still missing
/// (`<link href="main.css">`), else its language's usual name.
final class FileNames {
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?:\\b(?:src|href) {0,3}= {0,3}|\\bfrom {0,3}|\\bimport ?\\(? ?)[\"']"
                            + "(?:\\./)?(?<path>[\\w@.][\\w@./-]{0,150}\\.\\w{2,5})[\"'?#]");

    private final Set<String> taken = new HashSet<>();
    private final Set<String> referred = new LinkedHashSet<>();
    private boolean namelessFragment;
    private boolean page;
    private boolean wholePage;
    private String last = Language.HTML.defaultPath();

    /// Takes a path that the model wrote; the same one may come twice.
    String claim(String path) {
        String safe = ProjectFile.safePath(path);
        taken.add(safe);
        last = safe;
        page |= Language.ofPath(safe) == Language.HTML;
        return safe;
    }

    boolean isTaken(String path) {
        return taken.contains(ProjectFile.safePath(path));
    }

    /// The path that was named last; the usual page's before any was.
    String last() {
        return last;
    }

    /// Whether there is an HTML file already.
    boolean hasPage() {
        return page;
    }

    /// Notes that an HTML file with `<html>` or a doctype has begun.
    void wholePage() {
        wholePage = true;
    }

    boolean hasWholePage() {
        return wholePage;
    }

    /// Whether a file refers to one of this language that has not come.
    boolean isMissing(Language language) {
        return missing(language).isPresent();
    }

    /// A path for a whole document or another file without a name.
    String nameless(Language language) {
        if (language == Language.HTML && namelessFragment) {
            namelessFragment = false;
            return claim(language.defaultPath());
        }
        return claim(missing(language).orElseGet(() -> unique(language.defaultPath())));
    }

    /// A path for HTML without `<html>`. A nameless whole document that comes later takes it over:
    /// then the fragment was an example.
    String namelessFragment() {
        String path = nameless(Language.HTML);
        namelessFragment = path.equals(Language.HTML.defaultPath());
        return path;
    }

    /// Notes which local files a line of a file refers to.
    void read(String line, String path) {
        Matcher m = REFERENCE.matcher(line);
        while (m.find()) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            referred.add(ProjectFile.safePath(folder + m.group("path")));
        }
    }

    private Optional<String> missing(Language language) {
        return referred.stream()
                .filter(p -> Language.ofPath(p) == language && !taken.contains(p))
                .findFirst();
    }

    private String unique(String path) {
        int dot = path.lastIndexOf('.');
        String candidate = path;
        for (int n = 2; taken.contains(candidate); n++) {
            candidate = path.substring(0, dot) + "-" + n + path.substring(dot);
        }
        return candidate;
    }
}
