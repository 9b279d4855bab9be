package dev.easel.generate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// After an opening fence that names no file, until the first line that says something: a comment
/// with the path, the beginning of a document, another fence (openers come doubled), or code.
///
/// What becomes a file: whole HTML and SVG documents in any fence; HTML fragments while there is no
/// page; CSS and scripts while there is no page, or when a file refers to one that is missing.
/// Everything else is an example and stays in the conversation.
final class OpeningState extends WholeLineState {
    private final ProseState prose;
    private final Fence fence;
    private final FenceInfo info;
    private final Language language;
    private final String opener;
    private final StringBuilder held = new StringBuilder();
    private final Optional<String> path;
    private Optional<String> bareName = Optional.empty();

    /// @param path of the file that the block can only change, if one was named
    OpeningState(
            ProseState prose, Fence fence, FenceInfo info, String opener, Optional<String> path) {
        this.prose = prose;
        this.fence = fence;
        this.info = info;
        this.language = Language.of(info.language());
        this.opener = opener;
        this.path = path;
    }

    /// Takes code that stands on the line of the fence.
    ReplyState begin() {
        return info.code().isEmpty() ? this : line(info.code() + lineEnd(opener), 0);
    }

    private static String lineEnd(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    }

    @Override
    public ReplyState line(String line, int passed) {
        Optional<Fence> other = Fence.of(line).filter(f -> f.matches(fence));
        if (other.isPresent()) {
            return other.get().bare() ? example(line) : prose.fence(other.get(), line);
        }
        if (Markup.is(Markup.THINK_START, line)) {
            return ThinkState.after(this, line);
        }
        if (EditMark.isSearch(line)) {
            return edits().line(line, 0);
        }
        if (bareName.isPresent() && !line.isBlank()) {
            return example(line);
        }
        boolean declaration = Markup.is(Markup.XML_DECLARATION, line) && !Markup.isSvgRoot(line);
        if (line.isBlank() || declaration) {
            held.append(line);
            return this;
        }
        Optional<String> name = PathLine.firstInFence(line).filter(language::fits);
        if (name.isPresent() && isNameable(line)) {
            return prose.open(name.get(), fence).begin(held);
        }
        if (name.isPresent() && held.isEmpty()) {
            bareName = name;
            held.append(line);
            return this;
        }
        return decide(line).map(p -> file(p, line)).orElseGet(() -> example(line));
    }

    private ReplyState edits() {
        String changed =
                bareName.or(() -> path)
                        .or(() -> prose.announced(language))
                        .orElseGet(() -> prose.lastOf(language));
        return prose.edits(changed, fence);
    }

    // "index.html" alone in a fence without a language is a list of files, unless edits follow.
    private boolean isNameable(String line) {
        return language != Language.NONE || !PathLine.isPath(line.strip());
    }

    private ReplyState file(String path, String line) {
        return prose.open(path, fence).begin(held).line(line, 0);
    }

    private ReplyState example(String line) {
        ReplyState block = prose.show(fence, opener);
        // Code on the fence's own line was shown with it.
        boolean shown = !info.code().isEmpty();
        prose.prose(shown ? held.substring(held.indexOf("\n") + 1) : held);
        return shown && held.isEmpty() ? block : block.line(line, 0);
    }

    private Optional<String> decide(String line) {
        FileNames names = prose.names();
        Optional<String> announced = prose.announced(language);
        boolean html = Markup.isHtmlRoot(line);
        if (language.mayHoldDocument() && (html || Markup.isSvgRoot(line))) {
            Language root = html ? Language.HTML : Language.SVG;
            return Optional.of(announced.filter(root::fits).orElseGet(() -> names.nameless(root)));
        }
        return language.isCode() ? announced.or(() -> withoutName(names)) : Optional.empty();
    }

    private Optional<String> withoutName(FileNames names) {
        if (language == Language.HTML) {
            return names.hasPage() ? Optional.empty() : Optional.of(names.namelessFragment());
        }
        boolean usual = language == Language.CSS || language == Language.SCRIPT;
        return names.isMissing(language) || (usual && !names.hasWholePage())
                ? Optional.of(names.nameless(language))
                : Optional.empty();
    }

    @Override
    public @Nullable ReplyState finish() {
        prose.show(fence, opener);
        prose.prose(held);
        return null;
    }
}
