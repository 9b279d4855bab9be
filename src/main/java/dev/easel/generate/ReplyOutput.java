package dev.easel.generate;

import dev.easel.project.Edit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gathers neighbouring pieces of text into one event, so that a big chunk does not become an event
/// a line.
final class ReplyOutput {
    private final Consumer<ArtifactEvent> sink;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String path;
    private boolean started;

    ReplyOutput(Consumer<ArtifactEvent> sink) {
        this.sink = sink;
    }

    void prose(CharSequence piece) {
        text.append(piece);
    }

    /// Begins a file. Told with its first text that is not blank: only that shows that it is not
    /// edits to the file.
    void fileStarted(String path) {
        flush();
        this.path = path;
        started = false;
    }

    /// The file that was started last is none.
    void dropFile() {
        text.setLength(0);
        path = null;
    }

    void fileText(CharSequence piece) {
        text.append(piece);
    }

    void fileEnded(boolean closed) {
        String ended = path;
        start();
        flush();
        path = null;
        if (ended != null) {
            sink.accept(new ArtifactEvent.FileEnded(ended, closed));
        }
    }

    private void start() {
        if (path != null && !started) {
            started = true;
            sink.accept(new ArtifactEvent.FileStarted(path));
        }
    }

    void editsStarted(String path) {
        flush();
        sink.accept(new ArtifactEvent.EditsStarted(path));
    }

    void edit(String path, Edit edit) {
        flush();
        sink.accept(new ArtifactEvent.Edited(path, edit));
    }

    void badEdit(String path, String block) {
        flush();
        sink.accept(new ArtifactEvent.BadEdit(path, block));
    }

    void editsEnded(String path, boolean closed) {
        flush();
        sink.accept(new ArtifactEvent.EditsEnded(path, closed));
    }

    /// Sends what was gathered. Between a file's start and end all text is the file's.
    void flush() {
        if (text.isEmpty() || (path != null && !started && isBlank())) {
            return;
        }
        start();
        String piece = text.toString();
        text.setLength(0);
        sink.accept(
                path == null
                        ? new ArtifactEvent.Prose(piece)
                        : new ArtifactEvent.FileText(path, piece));
    }

    private boolean isBlank() {
        return text.chars().allMatch(Character::isWhitespace);
    }
}
