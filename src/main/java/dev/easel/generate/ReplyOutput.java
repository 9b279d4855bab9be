package dev.easel.generate;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gathers neighbouring pieces of text into one event, so that a big chunk does not become an event
/// a line.
final class ReplyOutput {
    private final Consumer<ArtifactEvent> sink;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String path;

    ReplyOutput(Consumer<ArtifactEvent> sink) {
        this.sink = sink;
    }

    void prose(CharSequence piece) {
        text.append(piece);
    }

    void fileStarted(String started) {
        flush();
        path = started;
        sink.accept(new ArtifactEvent.FileStarted(started));
    }

    void fileText(CharSequence piece) {
        text.append(piece);
    }

    void fileEnded(boolean closed) {
        flush();
        String ended = path;
        path = null;
        if (ended != null) {
            sink.accept(new ArtifactEvent.FileEnded(ended, closed));
        }
    }

    /// Sends what was gathered. Between a file's start and end all text is the file's.
    void flush() {
        if (text.isEmpty()) {
            return;
        }
        String piece = text.toString();
        text.setLength(0);
        sink.accept(
                path == null
                        ? new ArtifactEvent.Prose(piece)
                        : new ArtifactEvent.FileText(path, piece));
    }
}
