package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A remark that a reply has in place of code: `// ... rest of the code unchanged`.
///
/// Only comments count, only where the file had content before, and only remarks that it did not
/// have. A remark that says plainly that something is left out always counts; three dots or
/// "existing code" alone only if the text became shorter.
///
/// @param line where it stands, counted from 1
/// @param text the line, stripped
record Elision(String path, int line, String text) {
    private static final Pattern COMMENT =
            Pattern.compile(
                    "(?://+|/\\*+|<!--|\\*|#|--)\\s*(?<words>.{0,160}?)\\s*(?:\\*+/|-->)?",
                    Pattern.DOTALL);
    private static final Pattern CODE_COMMENT =
            Pattern.compile(
                    ".*[;{})>]\\s*(?://|/\\*|<!--)\\s*(?<words>.{0,160}?)\\s*(?:\\*/|-->)?");

    private static final String WHAT =
            "(?:code|script|styles?|css|html|js|javascript|markup|content|functions?|methods?|logic"
                    + "|implementation|file|page|rules?|elements?|sections?|body|class(?:es)?"
                    + "|everything(?: else)?|all other \\w+|others?|parts?|lines?|stuff|variables?"
                    + "|listeners?|handlers?|definitions?|declarations?|data|entries|items|it|this)";
    private static final String SAME =
            "(?:unchanged|(?:remains?|stays?|is|are|kept?|keep) (?:the same|unchanged|as (?:is|before)"
                    + "|intact|untouched)|(?:the )?same as (?:before|above|earlier|previous(?:ly)?"
                    + "|(?:the )?original)|as (?:before|above|earlier|previously)|not changed"
                    + "|omitted(?: for brevity)?|for brevity|goes here|continues?(?: here| as before)?"
                    + "|truncated|left out|unmodified)";
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?:\\W{0,6})(?:"
                            + "(?:the )?(?:rest|remainder|remaining|other|existing|previous|original"
                            + "|all (?:the )?(?:other|existing|previous|remaining))"
                            + "(?: of)?(?: the)?(?: \\w+){0,4}? "
                            + SAME
                            + "|\\.{2,}\\s*(?:the )?(?:rest|remainder|remaining|other|existing"
                            + "|previous|original|unchanged|same|omitted|keep)\\b.{0,80}"
                            + "|(?:\\w+ ){0,3}"
                            + WHAT
                            + " (?:\\w+ ){0,3}?(?:unchanged|omitted for brevity|same as before"
                            + "|remains? (?:the same|unchanged)|as before|goes here)"
                            + "|(?:same|unchanged) (?:as|from) (?:before|above|previous\\w*|earlier"
                            + "|(?:the )?original)\\b.{0,60}"
                            + "|keep (?:the |all |your )?(?:rest\\b.{0,60}"
                            + "|(?:existing|other|previous|remaining) (?:\\w+ ){0,2}"
                            + WHAT
                            + "\\b.{0,40})"
                            + "|(?:omitted|shortened|abbreviated|truncated) for brevity.{0,40}"
                            + "|(?:the )?rest of (?:the |your |this )?(?:\\w+ ){0,2}?"
                            + WHAT
                            + "(?: (?:remains?|stays?|is|goes|continues?|here|unchanged)\\b.{0,60})?"
                            + "|(?:existing|previous|original|remaining) "
                            + WHAT
                            + "(?: (?:here|remains?|stays?|goes|continues?)\\b.{0,60})"
                            + ")[\\s.\\u2026)\\]]*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern VAGUE =
            Pattern.compile(
                    "(?:\\.{3}|\\u2026)|(?:\\W{0,6})(?:existing|previous|original|remaining|unchanged) "
                            + WHAT
                            + "[\\s.\\u2026)\\]]*",
                    Pattern.CASE_INSENSITIVE);

    /// The remarks in files that were given whole.
    ///
    /// @param before the project as it was
    static List<Elision> inFiles(Artifact before, List<ProjectFile> now) {
        List<Elision> found = new ArrayList<>();
        for (ProjectFile file : now) {
            before.file(file.path())
                    .filter(f -> !f.text().isBlank())
                    .ifPresent(f -> found.addAll(in(file.path(), f.text(), file.text())));
        }
        return found;
    }

    /// The remarks that a new text has and the old one has not.
    static List<Elision> in(String path, String old, String now) {
        Set<String> known = new HashSet<>();
        old.lines().forEach(l -> known.add(l.strip()));
        boolean shorter = now.lines().count() < old.lines().count();
        List<Elision> found = new ArrayList<>();
        List<String> lines = now.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.length() <= 240 && !known.contains(line) && isRemark(line, shorter)) {
                found.add(new Elision(path, i + 1, line));
            }
        }
        return found;
    }

    private static boolean isRemark(String line, boolean shorter) {
        Optional<String> words = words(line);
        return words.filter(w -> Markup.is(PLAIN, w) || (shorter && Markup.is(VAGUE, w)))
                .isPresent();
    }

    private static Optional<String> words(String line) {
        var comment = COMMENT.matcher(line);
        if (comment.matches()) {
            return Optional.of(comment.group("words"));
        }
        var after = CODE_COMMENT.matcher(line);
        return after.matches() ? Optional.of(after.group("words")) : Optional.empty();
    }
}
