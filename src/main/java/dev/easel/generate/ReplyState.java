package dev.easel.generate;

import org.jspecify.annotations.Nullable;

/// Where in a reply the parser is. Everything is decided by whole lines; part of a line is passed
/// on early only when the rest of it cannot change what the line means, so that the way a reply is
/// cut into chunks never changes the result.
sealed interface ReplyState permits ProseState, ProseBlockState, FileState, WholeLineState {

    /// Whether a line that begins like this is plain text here, whatever follows. Asked again while
    /// the line grows, with at most [ArtifactParser#JUDGED] characters.
    boolean isPlain(CharSequence start);

    /// How much of a plain line is certain: all but what a later character could give a meaning.
    ///
    /// @param line what has come of it
    /// @param from how much was passed on already
    int certain(StringBuilder line, int from);

    /// Passes on a part of a plain line.
    ///
    /// @param line what has come of it; characters `from` to `to` are to be passed on
    void pass(CharSequence line, int from, int to);

    /// Takes a whole line.
    ///
    /// @param line with its line end, which the last line of a reply may lack
    /// @param passed how many of its characters were passed on; 0 unless the line is plain
    /// @return the state for the next line
    ReplyState line(String line, int passed);

    /// The reply is over.
    ///
    /// @return a state that has to be finished as well, because what was held back went there; null
    ///   if all is said
    @Nullable ReplyState finish();
}
