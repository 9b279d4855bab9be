package dev.easel.generate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In a fenced block that is no file (a command, an output, a usage example): it stays prose,
/// fences included. A labelled fence ends it too, because the model forgot to close it.
final class ProseBlockState implements ReplyState {
    private final ProseState prose;
    private final ReplyOutput out;
    private final Fence fence;

    ProseBlockState(ProseState prose, ReplyOutput out, Fence fence) {
        this.prose = prose;
        this.out = out;
        this.fence = fence;
    }

    @Override
    public boolean isPlain(CharSequence start) {
        return !Markup.couldBe(Fence.LINE, start);
    }

    @Override
    public int certain(StringBuilder line, int from) {
        return line.length();
    }

    @Override
    public void pass(CharSequence line, int from, int to) {
        out.prose(line.subSequence(from, to));
    }

    @Override
    public ReplyState line(String line, int passed) {
        Optional<Fence> found =
                passed > 0 ? Optional.empty() : Fence.of(line).filter(f -> f.matches(fence));
        if (found.isPresent() && !found.get().bare()) {
            return prose.fence(found.get(), line);
        }
        pass(line, passed, line.length());
        return found.isPresent() ? prose : this;
    }

    @Override
    public @Nullable ReplyState finish() {
        return null;
    }
}
