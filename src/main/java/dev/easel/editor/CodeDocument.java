package dev.easel.editor;

import dev.easel.ui.GrowingText;

/// One file in the code pane. Two documents are never equal, even of one path. UI thread only.
public final class CodeDocument {
    private final String path;
    private final GrowingText text;

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
}
