package dev.easel.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// After a bare fence in a file that may contain fences and seems unfinished: an HTML document
/// without `</html>`, a script inside a template literal. It closed the file or is part of it;
/// lines are held back until one tells:
///
/// - code, or `</html>`: the fence was part of the file;
/// - a fence that names a file, or the beginning of another document: it closed the file;
/// - a labelled fence without a name: if an odd number of bare fences came, the first one closed
///   the file (else we would be inside a nested block, where no block begins);
/// - the end of the reply: it closed the file.
final class DoubtState extends WholeLineState {
    private final FileState file;
    private final List<String> lines = new ArrayList<>();
    private int bareFences = 1;
    private String lastLine = "";

    /// @param fence the line in doubt
    DoubtState(FileState file, String fence) {
        this.file = file;
        lines.add(fence);
    }

    @Override
    public ReplyState line(String line, int passed) {
        Optional<Fence> fence =
                Fence.of(line).filter(f -> file.opener().filter(f::matches).isPresent());
        if (fence.isPresent()) {
            return fence(fence.get(), line);
        }
        if (Markup.isHtmlRoot(line)) {
            return closed(line);
        }
        if (Markup.isCode(line)) {
            return content(line);
        }
        return hold(line);
    }

    private ReplyState fence(Fence fence, String line) {
        boolean named =
                fence.bare()
                        ? PathLine.of(lastLine).isPresent()
                        : FenceInfo.of(fence.info()).path().isPresent();
        boolean odd = bareFences % 2 == 1;
        if (named || (!fence.bare() && odd)) {
            return closed(line);
        }
        if (!fence.bare()) {
            return content(line);
        }
        bareFences++;
        return hold(line);
    }

    private ReplyState hold(String line) {
        lines.add(line);
        lastLine = line.isBlank() ? lastLine : line;
        return this;
    }

    private ReplyState content(String line) {
        return file.resume(lines, bareFences % 2 == 1).line(line, 0);
    }

    private ReplyState closed(String line) {
        return released().line(line, 0);
    }

    private ReplyState released() {
        ReplyState state = file.close();
        for (String held : lines.subList(1, lines.size())) {
            state = state.line(held, 0);
        }
        return state;
    }

    @Override
    public @Nullable ReplyState finish() {
        return released();
    }
}
