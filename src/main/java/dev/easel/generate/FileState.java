package dev.easel.generate;

import dev.easel.project.ProjectFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In a file. Which line ends it depends on what it is, because code may contain fences:
///
/// - An HTML document ends at a closing fence after `</html>`. Before that, fences are the page's
///   own text (a Markdown editor's), unless what follows says otherwise ([DoubtState]).
/// - A script ends at a closing fence, unless it is inside a template literal or a block comment.
/// - CSS, JSON, SVG and shaders never contain fences: any closing fence ends them, and a labelled
///   one begins the next file.
/// - In Markdown and everything else a labelled fence opens a nested block with an end of its own.
/// - A document without any fence ends with `</html>` or `</svg>`.
///
/// A file that begins with a search/replace block is none: it is changed ([EditState]).
///
/// Fences of the other kind, or shorter than the file's own, are always content.
final class FileState implements ReplyState {
    private final ReplyOutput out;
    private final FileNames names;
    private final ProseState prose;
    private final String path;
    private final @Nullable Fence fence;
    private final FileNature nature;
    private int depth;
    private boolean begun;

    /// @param fence null for a document outside any fence
    FileState(
            ReplyOutput out,
            FileNames names,
            ProseState prose,
            String path,
            @Nullable Fence fence) {
        this.out = out;
        this.names = names;
        this.prose = prose;
        this.path = path;
        this.fence = fence;
        this.nature = new FileNature(Language.ofPath(path));
        out.fileStarted(path);
    }

    /// Takes content that stood before the file was known to be one.
    FileState begin(CharSequence content) {
        out.fileText(content);
        return this;
    }

    @Override
    public boolean isPlain(CharSequence start) {
        if (!begun
                && (Markup.couldBe(Markup.THINK_START, start)
                        || Markup.couldBe(EditMark.SEARCH, start))) {
            return false;
        }
        return fence == null || !Markup.couldBe(Fence.LINE, start);
    }

    @Override
    public int certain(StringBuilder line, int from) {
        return fence == null
                ? nature.beforeEndTag(line, from)
                : Math.max(from, GluedFence.start(line));
    }

    @Override
    public void pass(CharSequence line, int from, int to) {
        int start = Math.min(to, Math.max(from, indent(line)));
        out.fileText(line.subSequence(start, to));
    }

    /// White space that the line has only because the fence is indented (CommonMark 4.5).
    private int indent(CharSequence line) {
        int limit = fence == null ? 0 : Math.min(fence.indent(), line.length());
        int i = 0;
        while (i < limit && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    @Override
    public ReplyState line(String line, int passed) {
        if (!begun && passed == 0 && Markup.is(Markup.THINK_START, line)) {
            return ThinkState.after(this, line);
        }
        if (!begun && passed == 0 && EditMark.isSearch(line)) {
            out.dropFile();
            return new EditState(out, prose, path, fence).line(line, 0);
        }
        begun |= !line.isBlank();
        nature.look(line);
        Fence opener = fence;
        if (opener == null) {
            return rawLine(line, passed);
        }
        Optional<Fence> found =
                passed > 0 ? Optional.empty() : Fence.of(line).filter(f -> belongs(f, opener));
        return found.isPresent() ? fence(found.get(), line) : content(line, passed);
    }

    // After the end of a document any bare fence is its closing one, however long.
    private boolean belongs(Fence found, Fence opener) {
        return found.matches(opener)
                || (found.bare() && found.mark() == opener.mark() && nature.isOver());
    }

    private ReplyState content(String line, int passed) {
        int glued = nature.mayHaveGluedFence(line) ? GluedFence.start(line) : line.length();
        if (glued < line.length()) {
            pass(line, passed, glued);
            return close();
        }
        add(line, passed);
        return nature.isOver() ? new TailState(this, false) : this;
    }

    /// Adds a line without asking what it means.
    void add(String line, int passed) {
        pass(line, passed, line.length());
        nature.read(line);
        if (nature.isPage()) {
            names.wholePage();
        }
        if (nature.refersToFiles()) {
            names.read(line, path);
        }
    }

    private ReplyState fence(Fence found, String line) {
        return found.bare() ? closing(line) : opening(found, line);
    }

    private ReplyState closing(String line) {
        if (nature.isOver() || (depth == 0 && !nature.mayContainFence())) {
            return close();
        }
        if (depth > 0) {
            depth--;
            add(line, 0);
            return this;
        }
        return prose.mayDoubt() ? new DoubtState(this, line) : close();
    }

    private ReplyState opening(Fence found, String line) {
        Optional<String> named = FenceInfo.of(found.info()).path();
        // A script that begins again was cut off; a page may well show a fence with its own name.
        boolean again =
                !nature.isPage()
                        && named.filter(n -> ProjectFile.safePath(n).equals(path)).isPresent();
        if (again || nature.endsAtOpener(named.isPresent())) {
            out.fileEnded(!again);
            return prose.fence(found, line);
        }
        depth++;
        add(line, 0);
        return this;
    }

    private ReplyState rawLine(String line, int passed) {
        int end = nature.endOfDocument(line);
        if (end < 0 || line.substring(end).isBlank()) {
            add(line, passed);
            return end < 0 ? this : new TailState(this, true);
        }
        pass(line, passed, end);
        return close().line(line.substring(end).stripLeading(), 0);
    }

    /// Ends the file.
    ProseState close() {
        out.fileEnded(true);
        return prose;
    }

    /// Goes on after lines that turned out to be content.
    ///
    /// @param nested whether they left a nested block open
    FileState resume(Iterable<String> lines, boolean nested) {
        lines.forEach(l -> add(l, 0));
        depth = nested ? 1 : 0;
        return this;
    }

    /// The fence that began the file, which a document may lack.
    Optional<Fence> opener() {
        return Optional.ofNullable(fence);
    }

    @Override
    public @Nullable ReplyState finish() {
        out.fileEnded(false);
        return null;
    }
}
