package dev.easel.preview.guard;

/// What a page can make at run time.
public enum MadeKind {
    /// A whole script: `eval`, a script element's text, a timer's string.
    SCRIPT,
    /// The inside of a function: `new Function`.
    BODY,
    ASYNC_BODY,
    /// An event handler's attribute.
    HANDLER,
    /// Markup that may hold handlers or scripts.
    HTML,
    /// A script with an address of its own, which a worker may load too.
    FILE
}
