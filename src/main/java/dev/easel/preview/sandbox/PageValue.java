package dev.easel.preview.sandbox;

/// A value of a page, as far as it was looked at: what it is and one line of text. The value itself
/// stays in the page.
///
/// @param text as the page's bridge describes it, e.g. `{a: 1, b: …}`; strings in quotes
/// @param handle by which the bridge finds it again; 0 when there is nothing inside to see
public record PageValue(Kind kind, String text, long handle) {
    /// What a value looks like.
    public enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        /// `null` and `undefined`.
        NOTHING,
        SYMBOL,
        FUNCTION,
        OBJECT,
        NODE,
        ERROR,
        /// The frames of an error, one a line.
        STACK,
        /// An accessor that has not run: it would run code of the page.
        GETTER,
        /// A row that only holds others.
        FOLDER,
        /// The page does not keep the value any more.
        GONE
    }

    /// What stands for a value that the page does not keep any more.
    public static final PageValue LOST = new PageValue(Kind.GONE, "", 0);

    /// Whether there may be something inside.
    public boolean opens() {
        return switch (kind) {
            case OBJECT, NODE, ERROR, FUNCTION, FOLDER -> handle != 0;
            case STACK -> !text.isEmpty();
            case STRING, NUMBER, BOOLEAN, NOTHING, SYMBOL, GETTER, GONE -> false;
        };
    }
}
