package dev.easel.ui;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// A text that grows while it streams. A view listens to [#lengthProperty()] and takes the part it
/// has not shown yet, so several chunks between two frames cost one update and nothing is copied
/// twice. UI thread only.
public final class GrowingText {
    private final StringBuilder text = new StringBuilder();
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();

    /// Begins empty.
    public GrowingText() {}

    /// @param start what is there at once
    public GrowingText(String start) {
        append(start);
    }

    public void append(String more) {
        text.append(more);
        length.set(text.length());
    }

    /// Becomes another text. Whoever shows it must know what changed: the length alone does not
    /// tell.
    public void become(String other) {
        text.setLength(0);
        text.append(other);
        length.set(text.length());
    }

    /// Characters so far.
    public ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /// The text from a position on.
    public String from(int start) {
        return text.substring(start);
    }

    /// At most the last `characters` of it.
    public String tail(int characters) {
        return text.substring(Math.max(0, text.length() - characters));
    }

    public boolean isBlank() {
        return text.chars().allMatch(Character::isWhitespace);
    }

    /// All of it, as it stands now.
    @Override
    public String toString() {
        return text.toString();
    }
}
