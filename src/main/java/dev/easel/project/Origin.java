package dev.easel.project;

/// Why a run was started.
///
/// @param follows id of the run that it goes on from; empty for what the user typed
public record Origin(Kind kind, String follows) {
    /// The user typed a prompt.
    public static final Origin PROMPT = new Origin(Kind.PROMPT, "");

    /// What made Easel ask.
    public enum Kind {
        /// The user typed a prompt.
        PROMPT,
        /// A reply broke off; this one goes on where it ended.
        CONTINUE,
        /// Changes did not fit the files; they are asked for again, with the nearest lines quoted.
        EDITS_AGAIN,
        /// Changes did not fit twice; whole files are asked for.
        WHOLE_FILES,
        /// Code was left out ("rest as before"); the whole is asked for.
        UNABRIDGED,
        /// The page has errors that are to be repaired.
        REPAIR,
        /// The user wants the prompt written better; no revision comes of it.
        ENHANCE;

        /// Whether such a run is part of the exchange of the run that it follows, rather than a
        /// request of its own.
        public boolean isSameExchange() {
            return switch (this) {
                case PROMPT, REPAIR, ENHANCE -> false;
                case CONTINUE, EDITS_AGAIN, WHOLE_FILES, UNABRIDGED -> true;
            };
        }
    }
}
