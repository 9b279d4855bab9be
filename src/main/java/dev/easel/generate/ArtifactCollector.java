package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.Edit;
import dev.easel.project.EditOutcome;
import dev.easel.project.EditedText;
import dev.easel.project.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the events of one reply into its files. A path that comes twice keeps its place and its
/// last text; a file that is changed has its text of before with the changes so far. Not
/// thread-safe.
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
        private Optional<EditedText> edited = Optional.empty();
        private int edits;

        private String text() {
            return edited.map(EditedText::text).orElseGet(text::toString);
        }

        private EditedText editable() {
            EditedText now = edited.orElseGet(() -> new EditedText(text.toString()));
            edited = Optional.of(now);
            return now;
        }
    }

    private final Artifact base;
    private final Map<String, Open> files = new LinkedHashMap<>();
    private String lastChanged = "";
    private final List<RefusedEdit> refused = new ArrayList<>();
    private final List<Elision> elisions = new ArrayList<>();

    /// For a reply that changes nothing that was there before.
    public ArtifactCollector() {
        this(Artifact.EMPTY);
    }

    /// @param base the files that the reply may change
    public ArtifactCollector(Artifact base) {
        this.base = base;
    }

    /// Takes the next event of the reply.
    ///
    /// @return what became of a change; empty for everything else
    public Optional<EditOutcome> accept(ArtifactEvent event) {
        return switch (event) {
            case ArtifactEvent.Prose prose -> Optional.empty();
            case ArtifactEvent.FileStarted started -> {
                files.put(started.path(), new Open());
                yield Optional.empty();
            }
            case ArtifactEvent.FileText more -> {
                file(more.path()).text.append(more.text());
                yield Optional.empty();
            }
            case ArtifactEvent.FileEnded end -> {
                file(end.path()).ended = true;
                file(end.path()).closed = end.closed();
                yield Optional.empty();
            }
            case ArtifactEvent.EditsStarted started -> Optional.empty();
            case ArtifactEvent.Edited(String path, Edit edit) -> Optional.of(edit(path, edit));
            case ArtifactEvent.BadEdit(String path, String text) ->
                    Optional.of(refuse(path, new Edit(text, ""), EditOutcome.Reason.MALFORMED));
            case ArtifactEvent.EditsEnded end -> {
                editsEnded(end);
                yield Optional.empty();
            }
        };
    }

    private Open file(String path) {
        return Objects.requireNonNull(files.get(path), "The file has not begun");
    }

    private EditOutcome edit(String path, Edit edit) {
        Optional<String> target = target(path, edit);
        if (target.isEmpty()) {
            return refuse(path, edit, EditOutcome.Reason.NO_FILE);
        }
        Open open = files.computeIfAbsent(target.get(), this::fromBase);
        EditOutcome outcome = open.editable().apply(edit);
        switch (outcome) {
            case EditOutcome.Applied applied -> {
                open.edits++;
                lastChanged = target.get();
                elisions.addAll(Elision.in(target.get(), edit.search(), edit.replace()));
            }
            case EditOutcome.Refused why -> refused.add(new RefusedEdit(target.get(), edit, why));
        }
        return outcome;
    }

    private EditOutcome refuse(String path, Edit edit, EditOutcome.Reason reason) {
        EditOutcome.Refused why = new EditOutcome.Refused(reason, List.of(), 0);
        refused.add(new RefusedEdit(path, edit, why));
        return why;
    }

    /// The file that was changed last: a wrong or missing name does no harm when only one file has
    /// the lines.
    public String lastChanged() {
        return lastChanged;
    }

    private Optional<String> target(String path, Edit edit) {
        if (files.containsKey(path) || base.file(path).isPresent() || edit.search().isBlank()) {
            return Optional.of(path);
        }
        List<String> having =
                Stream.concat(files.keySet().stream(), base.files().stream().map(f -> f.path()))
                        .distinct()
                        .filter(p -> has(p, edit))
                        .toList();
        return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
    }

    private boolean has(String path, Edit edit) {
        Open open = files.get(path);
        String text =
                open != null ? open.text() : base.file(path).map(ProjectFile::text).orElse("");
        return new EditedText(text).apply(edit) instanceof EditOutcome.Applied;
    }

    private Open fromBase(String path) {
        Open open = new Open();
        base.file(path).ifPresent(f -> open.text.append(f.text()));
        open.editable();
        open.ended = true;
        open.closed = true;
        return open;
    }

    private void editsEnded(ArtifactEvent.EditsEnded end) {
        if (!end.closed()) {
            Open open = files.computeIfAbsent(end.path(), this::fromBase);
            open.editable();
            open.closed = false;
        }
    }

    /// The files so far, a growing one included; may be called at any time. A file of which nothing
    /// came before the reply ended is left out, and so is one that no change has changed yet.
    public Artifact artifact() {
        List<ProjectFile> made =
                files.entrySet().stream()
                        .filter(e -> hasCome(e.getValue()))
                        .map(e -> new ProjectFile(e.getKey(), e.getValue().text()))
                        .toList();
        return new Artifact(made);
    }

    private static boolean hasCome(Open file) {
        return file.edited.isPresent() ? file.edits > 0 : file.closed || !file.text.isEmpty();
    }

    /// The text of one file as it is now: of this reply, else of before.
    public Optional<String> text(String path) {
        Open open = files.get(path);
        return open != null ? Optional.of(open.text()) : base.file(path).map(ProjectFile::text);
    }

    /// The changes that could not be made.
    List<RefusedEdit> refused() {
        return List.copyOf(refused);
    }

    /// Files that were given whole.
    List<ProjectFile> wholeFiles() {
        return files.entrySet().stream()
                .filter(e -> e.getValue().edited.isEmpty())
                .map(e -> new ProjectFile(e.getKey(), e.getValue().text()))
                .toList();
    }

    /// Remarks in place of code that changes would put into files.
    List<Elision> elisions() {
        return List.copyOf(elisions);
    }

    /// The files that the reply may change.
    Artifact base() {
        return base;
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
        String text = file.text();
        Optional<String> tag =
                file.edited.isPresent() ? Optional.empty() : endTag(entry.getKey(), text);
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
