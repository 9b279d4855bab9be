package dev.easel.generate;

import java.util.List;
import java.util.OptionalInt;

/// What goes to the model with a prompt, part by part, and what had to stay behind.
///
/// @param parts in the order in which they are sent
/// @param turnsSent earlier turns of the conversation that are sent, the newest ones
/// @param turns earlier turns that there are
/// @param revision number of the revision whose files these are; 0 for a new project
/// @param counted tokens of all that is sent, as the model's server counts them; absent while they
///   are only estimated
public record SentContext(
        List<Part> parts, int turnsSent, int turns, int revision, OptionalInt counted) {
    /// Before anything is known.
    public static final SentContext NONE = new SentContext(List.of(), 0, 0, 0);

    /// What a part is.
    public enum Kind {
        /// What the preview can do and how to answer.
        SYSTEM,
        /// Earlier turns.
        CONVERSATION,
        FILE,
        PROMPT,
        IMAGES
    }

    /// @param name path of a file, empty for other kinds
    /// @param lines of text
    /// @param tokens estimated
    /// @param sent false when there was no room for it
    public record Part(Kind kind, String name, int lines, int tokens, boolean sent) {
        /// A text that is sent and has no name.
        static Part of(Kind kind, String text) {
            return new Part(kind, "", (int) text.lines().count(), Tokens.of(text.length()), true);
        }
    }

    public SentContext {
        parts = List.copyOf(parts);
    }

    /// With estimated tokens.
    public SentContext(List<Part> parts, int turnsSent, int turns, int revision) {
        this(parts, turnsSent, turns, revision, OptionalInt.empty());
    }

    /// The same, counted by the server.
    public SentContext counted(int tokens) {
        return new SentContext(parts, turnsSent, turns, revision, OptionalInt.of(tokens));
    }

    /// Tokens of all that is sent: counted, else estimated.
    public int tokens() {
        return counted.isPresent() ? counted.getAsInt() : estimate();
    }

    private int estimate() {
        return parts.stream().filter(Part::sent).mapToInt(Part::tokens).sum();
    }

    /// The files that are sent.
    public List<Part> files() {
        return parts.stream().filter(p -> p.sent() && p.kind() == Kind.FILE).toList();
    }

    /// The files for which there was no room.
    public List<Part> leftOut() {
        return parts.stream().filter(p -> !p.sent()).toList();
    }
}
