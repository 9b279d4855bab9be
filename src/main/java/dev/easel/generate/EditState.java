package dev.easel.generate;

import dev.easel.project.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In search/replace blocks, which are told one by one, each when it is whole: nothing of a block
/// could be shown before it is known where it belongs.
///
/// Between blocks a path alone on a line leads to another file; remarks are prose. A block that
/// lacks its last line ends at the next block, or at the bare fence before the end of the reply. A
/// block without its middle line says nothing; it is told as such, because the other changes of the
/// reply count on it.
final class EditState extends WholeLineState {
    private enum Part {
        BETWEEN,
        SEARCH,
        REPLACE
    }

    private final ReplyOutput out;
    private final ProseState prose;
    private final @Nullable Fence fence;
    private final List<String> search = new ArrayList<>();
    private final List<String> replace = new ArrayList<>();
    private String path;
    private Part part = Part.BETWEEN;
    private int signs;

    /// @param path of the file that is changed, safe
    /// @param fence null for blocks outside any fence
    EditState(ReplyOutput out, ProseState prose, String path, @Nullable Fence fence) {
        this.out = out;
        this.prose = prose;
        this.path = path;
        this.fence = fence;
        out.editsStarted(path);
    }

    @Override
    public ReplyState line(String line, int passed) {
        Optional<EditMark> mark = EditMark.of(line);
        return switch (part) {
            case BETWEEN -> between(line, mark);
            case SEARCH -> search(line, mark);
            case REPLACE -> replace(line, mark);
        };
    }

    private ReplyState between(String line, Optional<EditMark> mark) {
        if (mark.isPresent()) {
            if (mark.get().kind() == EditMark.Kind.SEARCH) {
                begin(mark.get());
            }
            return this;
        }
        if (line.isBlank()) {
            return this;
        }
        Optional<Fence> found = Fence.of(line);
        if (fence != null && found.isPresent() && found.get().matches(fence)) {
            out.editsEnded(path, true);
            return found.get().bare() ? prose : prose.fence(found.get(), line);
        }
        Optional<String> other = PathLine.of(line);
        if (fence != null && other.isPresent()) {
            out.editsEnded(path, true);
            path = prose.names().claim(other.get());
            out.editsStarted(path);
            return this;
        }
        return remark(line);
    }

    private ReplyState remark(String line) {
        if (fence == null) {
            out.editsEnded(path, true);
            return prose.line(line, 0);
        }
        out.prose(line);
        return this;
    }

    private void begin(EditMark mark) {
        part = Part.SEARCH;
        signs = mark.length();
        search.clear();
        replace.clear();
    }

    private ReplyState search(String line, Optional<EditMark> mark) {
        EditMark.Kind kind = mark.map(EditMark::kind).orElse(null);
        if (kind == EditMark.Kind.DIVIDER && mark.map(EditMark::length).orElse(0) == signs) {
            part = Part.REPLACE;
        } else if (kind == EditMark.Kind.SEARCH || kind == EditMark.Kind.REPLACE) {
            out.badEdit(path, String.join("", search));
            part = Part.BETWEEN;
            return line(line, 0);
        } else {
            search.add(line);
        }
        return this;
    }

    private ReplyState replace(String line, Optional<EditMark> mark) {
        EditMark.Kind kind = mark.map(EditMark::kind).orElse(null);
        if (kind == EditMark.Kind.REPLACE) {
            tell(replace);
            return this;
        }
        if (kind == EditMark.Kind.SEARCH) {
            return withoutLastLine().line(line, 0);
        }
        replace.add(line);
        return this;
    }

    private void tell(List<String> replacement) {
        part = Part.BETWEEN;
        out.edit(path, new Edit(String.join("", search), String.join("", replacement)));
    }

    /// Ends a block whose last line was forgotten.
    private ReplyState withoutLastLine() {
        int close = closingFence();
        if (close < 0) {
            tell(replace);
            return this;
        }
        List<String> rest = List.copyOf(replace.subList(close + 1, replace.size()));
        tell(List.copyOf(replace.subList(0, close)));
        out.editsEnded(path, true);
        ReplyState state = prose;
        for (String held : rest) {
            state = state.line(held, 0);
        }
        return state;
    }

    private int closingFence() {
        Fence opener = fence;
        for (int i = 0; opener != null && i < replace.size(); i++) {
            if (Fence.of(replace.get(i)).filter(f -> f.closes(opener)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable ReplyState finish() {
        switch (part) {
            case BETWEEN -> out.editsEnded(path, true);
            case SEARCH -> out.editsEnded(path, false);
            case REPLACE -> {
                if (closingFence() >= 0) {
                    return withoutLastLine();
                }
                out.editsEnded(path, false);
            }
        }
        return null;
    }
}
