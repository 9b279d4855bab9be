package dev.easel.generate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Outside every block. One for a whole reply: after each file the parser comes back here.
///
/// Held back are only lines that name a file (they vanish if a fence follows) and an XML
/// declaration (it belongs to the SVG that may follow), with blank lines after them.
final class ProseState implements ReplyState {
    private static final int MOST_DOUBTS = 20;

    private final ReplyOutput out;
    private final FileNames names;
    private final StringBuilder held = new StringBuilder();
    private Optional<String> heldPath = Optional.empty();
    private String lastLine = "";
    private @Nullable Fence wrapper;
    private int doubts;

    ProseState(ReplyOutput out, FileNames names) {
        this.out = out;
        this.names = names;
    }

    @Override
    public boolean isPlain(CharSequence start) {
        return !Markup.couldBe(Fence.LINE, start)
                && !Markup.couldBe(PathLine.LINE, start)
                && !Markup.couldBe(Markup.BLANK, start)
                && !Markup.couldBe(Markup.RAW_DOCUMENT, start)
                && !Markup.couldBe(Markup.XML_DECLARATION, start)
                && !Markup.couldBe(EditMark.SEARCH, start)
                && !Markup.couldBe(Markup.THINK_START, start);
    }

    @Override
    public int certain(StringBuilder line, int from) {
        int fence = line.indexOf("```", from);
        if (fence >= 0) {
            return fence;
        }
        int end = line.length();
        while (end > from && line.charAt(end - 1) == '`') {
            end--;
        }
        return end;
    }

    @Override
    public void pass(CharSequence line, int from, int to) {
        releaseHeld();
        out.prose(line.subSequence(from, to));
    }

    @Override
    public ReplyState line(String line, int passed) {
        if (passed > 0) {
            return plain(line, passed);
        }
        if (Markup.is(Markup.BLANK, line)) {
            return blank(line);
        }
        Optional<Fence> fence = Fence.of(line);
        if (fence.isPresent()) {
            return fence(fence.get(), line);
        }
        if (Markup.is(Markup.THINK_START, line)) {
            return ThinkState.after(this, line);
        }
        if (Markup.is(Markup.RAW_DOCUMENT, line)) {
            return document(line);
        }
        if (EditMark.isSearch(line)) {
            String path = heldPath.orElseGet(names::last);
            dropHeldIf(path);
            return edits(path, null).line(line, 0);
        }
        return hold(line) ? this : plain(line, 0);
    }

    private ReplyState blank(String line) {
        if (held.isEmpty()) {
            out.prose(line);
        } else {
            held.append(line);
        }
        return this;
    }

    private boolean hold(String line) {
        Optional<String> path = PathLine.of(line);
        boolean declaration = Markup.is(Markup.XML_DECLARATION, line);
        if (path.isEmpty() && !declaration) {
            return false;
        }
        releaseHeld();
        held.append(line);
        heldPath = path;
        lastLine = "";
        return true;
    }

    private ReplyState plain(String line, int passed) {
        int glued = line.indexOf("```", passed);
        Optional<Fence> fence =
                glued < 0
                        ? Optional.empty()
                        : Fence.of(line.substring(glued)).filter(ProseState::isGluable);
        int end = fence.isPresent() ? glued : line.length();
        pass(line, passed, end);
        lastLine = end <= 400 ? line.substring(0, end) : "";
        return fence.isPresent() ? fence(fence.get(), line.substring(glued)) : this;
    }

    /// "Here it is:```html": an opening fence glued to prose. It needs a language or a path, else
    /// three backticks in a sentence would open a block.
    private static boolean isGluable(Fence fence) {
        FenceInfo info = FenceInfo.of(fence.info());
        Language language = Language.of(info.language());
        return info.path().isPresent() || (language != Language.OTHER && language != Language.NONE);
    }

    /// A line that is a fence, here or at the end of a block that it ends without closing it.
    ReplyState fence(Fence fence, String line) {
        if (wrapper != null && heldPath.isEmpty() && fence.closes(wrapper)) {
            wrapper = null;
            return this;
        }
        FenceInfo info = FenceInfo.of(fence.info());
        Language language = Language.of(info.language());
        Optional<String> path =
                info.path()
                        .or(() -> heldPath.filter(language::fits))
                        .or(() ->
                                language == Language.MARKDOWN
                                        ? announced(language)
                                        : Optional.empty())
                        .filter(p -> language != Language.DIFF);
        if (path.isPresent()) {
            dropHeldIf(path.get());
            return open(path.get(), fence).begin(info.code());
        }
        Optional<String> before = info.path().or(() -> heldPath);
        releaseHeld();
        if (language == Language.MARKDOWN && wrapper == null) {
            wrapper = fence;
            return this;
        }
        return new OpeningState(this, fence, info, line, before).begin();
    }

    /// Begins a file in a fence; its path may be unsafe.
    FileState open(String path, Fence fence) {
        return new FileState(out, names, this, names.claim(path), fence);
    }

    /// Begins changes to a file; its path may be unsafe.
    ///
    /// @param fence null for blocks outside any fence
    EditState edits(String path, @Nullable Fence fence) {
        return new EditState(out, this, names.claim(path), fence);
    }

    /// Shows a block as it is, in the conversation.
    ReplyState show(Fence fence, String line) {
        out.prose(line);
        return new ProseBlockState(this, out, fence);
    }

    private ReplyState document(String line) {
        boolean html = Markup.isHtmlRoot(line);
        Language language = html ? Language.HTML : Language.SVG;
        Optional<String> path = heldPath.filter(p -> Language.ofPath(p) == language);
        String prolog = heldPath.isEmpty() ? held.toString() : "";
        if (heldPath.isPresent() && path.isEmpty()) {
            releaseHeld();
        }
        forget();
        String name = path.map(names::claim).orElseGet(() -> names.nameless(language));
        FileState file = new FileState(out, names, this, name, null);
        return file.begin(prolog).line(line, 0);
    }

    private void dropHeldIf(String path) {
        if (!heldPath.equals(Optional.of(path))) {
            releaseHeld();
        }
        forget();
    }

    private void releaseHeld() {
        out.prose(held);
        forget();
    }

    private void forget() {
        held.setLength(0);
        heldPath = Optional.empty();
    }

    /// The file that the sentence before a nameless block announced, unless it is there already.
    Optional<String> announced(Language language) {
        return PathLine.mentioned(lastLine).filter(language::fits).filter(p -> !names.isTaken(p));
    }

    /// The file that nameless edits in a block of this language are for: the one named last, if it
    /// can be.
    String lastOf(Language language) {
        boolean fits = language == Language.DIFF || language.fits(names.last());
        return fits ? names.last() : language.defaultPath();
    }

    /// Whether lines may be held back once more to find out what a fence means. Limited, so that no
    /// reply is read again and again.
    boolean mayDoubt() {
        return doubts++ < MOST_DOUBTS;
    }

    FileNames names() {
        return names;
    }

    void prose(CharSequence text) {
        out.prose(text);
    }

    @Override
    public @Nullable ReplyState finish() {
        releaseHeld();
        return null;
    }
}
