package dev.easel.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// After a line that ended a document. Usually the closing fence comes; it may also be missing,
/// with the conversation going on at once, or the end was one inside a script's string and code
/// goes on.
final class TailState extends WholeLineState {
    private final FileState file;
    private final boolean raw;
    private final List<String> lines = new ArrayList<>();
    private String lastLine = "";
    private boolean sentence;

    /// @param raw whether the document stands outside any fence
    TailState(FileState file, boolean raw) {
        this.file = file;
        this.raw = raw;
    }

    @Override
    public ReplyState line(String line, int passed) {
        Optional<Fence> fence = Fence.of(line).filter(this::belongs);
        if (fence.isPresent()) {
            return fence(fence.get(), line);
        }
        boolean comment = Markup.isComment(line);
        if (!sentence && !comment && Markup.isCode(line)) {
            return file.resume(lines, false).line(line, 0);
        }
        sentence |= !line.isBlank() && !comment;
        if (sentence && (raw || Markup.isHtmlRoot(line))) {
            return released().line(line, 0);
        }
        lines.add(line);
        lastLine = line.isBlank() ? lastLine : line;
        return this;
    }

    private boolean belongs(Fence fence) {
        return file.opener().filter(o -> o.mark() != fence.mark()).isEmpty();
    }

    private ReplyState fence(Fence fence, String line) {
        if (!fence.bare() || PathLine.of(lastLine).isPresent()) {
            return released().line(line, 0);
        }
        // A fence after sentences still closes this file; the sentences are not part of the page.
        return sentence || raw ? released() : file.resume(lines, false).close();
    }

    private ReplyState released() {
        ReplyState state = file.close();
        for (String held : lines) {
            state = state.line(held, 0);
        }
        return state;
    }

    @Override
    public @Nullable ReplyState finish() {
        if (raw || sentence) {
            return released();
        }
        return file.resume(lines, false);
    }
}
