package dev.easel.generate;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the files in a model's reply while it streams.
///
/// ```java
/// var parser = new ArtifactParser(events::add);
/// parser.accept("Here it is:\n```html index.html\n<!DOC");
/// parser.accept("TYPE html>...</html>\n```\n");
/// parser.finish();
/// ```
///
/// The format that the system prompt asks for is a fenced block a file, its language and path on
/// the opening fence. Models keep to it mostly; whatever else they do is understood as far as it
/// can be, and text that is no file is prose: nothing is ever dropped but lines that only name a
/// file, fences, and leaked `<think>` blocks. How a reply is cut into chunks never changes the
/// files or the prose. Time and memory grow linearly with the reply. Not thread-safe.
public final class ArtifactParser {
    /// Characters by which a line has shown whether it is plain text; longer beginnings are held.
    static final int JUDGED = 512;

    private final ReplyOutput out;
    private final StringBuilder line = new StringBuilder();
    private @Nullable ReplyState state;
    private boolean begun;
    private boolean plain;
    private boolean judged;
    private int passed;

    /// @param sink gets the events, in order, on the thread that calls [#accept(String)]
    public ArtifactParser(Consumer<ArtifactEvent> sink) {
        out = new ReplyOutput(sink);
        state = new ProseState(out, new FileNames());
    }

    /// Takes the next piece of the reply, of any length.
    ///
    /// @throws IllegalStateException after [#finish()]
    public void accept(String chunk) {
        if (state == null) {
            throw new IllegalStateException("The reply is over");
        }
        int from = begun || !chunk.startsWith("\uFEFF") ? 0 : 1;
        begun |= !chunk.isEmpty();
        for (int end = chunk.indexOf('\n', from); end >= 0; end = chunk.indexOf('\n', from)) {
            line.append(chunk, from, end + 1);
            state = endLine(state);
            from = end + 1;
        }
        line.append(chunk, from, chunk.length());
        passPlain(state);
        out.flush();
    }

    /// Ends the reply: what was held back is sent, and a file that is still open ends unclosed.
    /// Later calls do nothing.
    public void finish() {
        if (state != null && !line.isEmpty()) {
            state = endLine(state);
        }
        while (state != null) {
            state = state.finish();
        }
        out.flush();
    }

    private ReplyState endLine(ReplyState current) {
        String whole = line.toString();
        line.setLength(0);
        ReplyState next = current.line(whole, passed);
        plain = false;
        judged = false;
        passed = 0;
        return next;
    }

    private void passPlain(ReplyState current) {
        if (!judged && !line.isEmpty()) {
            plain = current.isPlain(line.subSequence(0, Math.min(JUDGED, line.length())));
            judged = plain || line.length() >= JUDGED;
        }
        int certain = plain ? current.certain(line, passed) : 0;
        if (certain > passed) {
            current.pass(line, passed, certain);
            passed = certain;
        }
    }
}
