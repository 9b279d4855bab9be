package dev.easel.preview.sandbox;

/// What the bridge in a page says. The page could have said it too.
public sealed interface PageMessage
        permits PageMessage.Console,
                PageMessage.Dropped,
                PageMessage.Blocked,
                PageMessage.Timed,
                PageMessage.Titled,
                PageMessage.Answer,
                PageWish {
    /// A line for the console.
    ///
    /// @param muted an error of a script of another origin, whose text WebKit keeps from the page
    /// @param resource the address of what could not be loaded; empty for all other lines
    record Console(ConsoleEntry entry, boolean muted, String resource) implements PageMessage {}

    /// So many lines were not sent because there were too many.
    record Dropped(long count) implements PageMessage {}

    /// The policy refused a request before it was made.
    record Blocked(String url, String directive) implements PageMessage {}

    /// Something happened so many milliseconds after the navigation began.
    record Timed(Moment moment, double millis) implements PageMessage {}

    /// The document's title. WebView forgets its own notion of it when a page touches its history.
    record Titled(String title) implements PageMessage {}

    /// The result of an evaluation.
    ///
    /// @param json empty when it failed
    /// @param error empty when it did not fail
    record Answer(long id, String json, String error) implements PageMessage {}

    /// Moments of a load.
    enum Moment {
        /// The first script of the new document ran: whatever comes from now on is its own.
        STARTED,
        DOM_READY,
        LOAD,
        FIRST_FRAME
    }
}
