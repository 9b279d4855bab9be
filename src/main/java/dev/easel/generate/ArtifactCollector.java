package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Turns the events of one reply into its files. A path that comes twice keeps its place and its
/// last text. Not thread-safe.
public final class ArtifactCollector {
    /// What a file lacks.
    enum Lack {
        /// The reply ended inside it.
        FENCE,
        /// It began as a document and has no `</html>` or `</svg>`.
        END_TAG
    }

    /// A file that is not whole.
    record Unfinished(String path, Lack lack) {}

    private static final class Open {
        private final StringBuilder text = new StringBuilder();
        private boolean ended;
        private boolean closed;
    }

    private final Map<String, Open> files = new LinkedHashMap<>();

    /// Takes the next event of the reply.
    public void accept(ArtifactEvent event) {
        switch (event) {
            case ArtifactEvent.Prose prose -> {}
            case ArtifactEvent.FileStarted started -> files.put(started.path(), new Open());
            case ArtifactEvent.FileText more -> file(more.path()).text.append(more.text());
            case ArtifactEvent.FileEnded end -> {
                file(end.path()).ended = true;
                file(end.path()).closed = end.closed();
            }
        }
    }

    private Open file(String path) {
        return Objects.requireNonNull(files.get(path), "The file has not begun");
    }

    /// The files so far, a growing one included; may be called at any time. A file of which nothing
    /// came before the reply ended is left out.
    public Artifact artifact() {
        List<ProjectFile> made =
                files.entrySet().stream()
                        .filter(e -> e.getValue().closed || !e.getValue().text.isEmpty())
                        .map(e -> new ProjectFile(e.getKey(), e.getValue().text.toString()))
                        .toList();
        return new Artifact(made);
    }

    /// Whether every file is whole: its fence closed, and `</html>` or `</svg>` there if it began
    /// as a document. A document whose text ends with that tag is whole without a closing fence.
    public boolean complete() {
        return unfinished().isEmpty();
    }

    /// The first file that is not whole.
    Optional<Unfinished> unfinished() {
        return files.entrySet().stream().flatMap(e -> lack(e).stream()).findFirst();
    }

    private static Optional<Unfinished> lack(Map.Entry<String, Open> entry) {
        Open file = entry.getValue();
        String text = file.text.toString();
        Optional<String> tag = endTag(entry.getKey(), text);
        if (tag.isEmpty()) {
            return file.closed
                    ? Optional.empty()
                    : Optional.of(new Unfinished(entry.getKey(), Lack.FENCE));
        }
        String end = text.stripTrailing();
        boolean atEnd = endsWith(end, tag.get());
        boolean whole = file.ended && (atEnd || (file.closed && contains(text, tag.get())));
        Lack lack = file.closed ? Lack.END_TAG : Lack.FENCE;
        return whole ? Optional.empty() : Optional.of(new Unfinished(entry.getKey(), lack));
    }

    private static Optional<String> endTag(String path, String text) {
        Language language = Language.ofPath(path);
        List<String> head = text.lines().limit(FileNature.LINES_BEFORE_ROOT).toList();
        if (head.stream().anyMatch(language::beginsPage)) {
            return Optional.of("</html>");
        }
        return head.stream().anyMatch(language::beginsPicture)
                ? Optional.of("</svg>")
                : Optional.empty();
    }

    private static boolean endsWith(String text, String tag) {
        int at = text.length() - tag.length();
        return at >= 0 && text.regionMatches(true, at, tag, 0, tag.length());
    }

    private static boolean contains(String text, String tag) {
        return text.toLowerCase(Locale.ROOT).lastIndexOf(tag) >= 0;
    }
}
