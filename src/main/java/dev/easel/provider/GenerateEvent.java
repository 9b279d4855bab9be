package dev.easel.provider;

import dev.easel.project.Usage;

/// What a model's stream says, in the order it arrived.
public sealed interface GenerateEvent {
    /// A piece of the model's visible thinking.
    record Thought(String text) implements GenerateEvent {}

    /// A piece of the answer.
    record Text(String text) implements GenerateEvent {}

    /// The id of the model that really answers. At most once.
    record Answering(String modelVersion) implements GenerateEvent {}

    /// Something was asked for otherwise than the user wished, in plain words.
    record Adapted(String message) implements GenerateEvent {}

    /// Token counts so far; a later one replaces an earlier one.
    record Counted(Usage usage) implements GenerateEvent {}

    /// The model says that it has ended.
    ///
    /// @param reason why
    /// @param detail the server's own word for it, e.g. `MAX_TOKENS`
    record Finished(FinishReason reason, String detail) implements GenerateEvent {}

    /// Why a model ended.
    enum FinishReason {
        /// It was done.
        STOP,
        /// It reached the output limit: the reply is unfinished.
        MAX_TOKENS,
        /// A filter stopped it.
        BLOCKED,
        /// Anything else; the detail says what.
        OTHER
    }
}
