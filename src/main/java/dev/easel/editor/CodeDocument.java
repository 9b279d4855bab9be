package dev.easel.editor;

import dev.easel.ui.GrowingText;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One file in the code pane. Two documents are never equal, even of one path. UI thread only.
public final class CodeDocument {
    /// Some lines become others.
    ///
    /// @param line the first of them, counted from 0
    /// @param removed how many go
    /// @param added what comes, with line ends
    public record Change(int line, int removed, String added) {}

    private final String path;
    private final GrowingText text;
    private final ReadOnlyObjectWrapper<@Nullable Change> change = new ReadOnlyObjectWrapper<>();

    CodeDocument(String path, String start) {
        this.path = path;
        this.text = new GrowingText(start);
    }

    public String path() {
        return path;
    }

    public GrowingText text() {
        return text;
    }

    /// The last change in the middle of the text; told before the text has it.
    ReadOnlyObjectProperty<@Nullable Change> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /// @param now the whole text after the change
    void change(Change what, String now) {
        change.set(what);
        text.become(now);
    }
}
