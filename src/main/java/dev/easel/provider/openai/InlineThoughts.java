package dev.easel.provider.openai;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the thoughts out of a reply that begins with them in a `<think>` block: servers that do
/// not know a model's template leave them there. Tags may be cut anywhere between two pieces.
final class InlineThoughts {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";
    private static final Pattern WHITE = Pattern.compile("\\s*");

    private final Consumer<String> thought;
    private final Consumer<String> text;
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder block = new StringBuilder();
    private State state = State.BEGIN;

    private enum State {
        BEGIN,
        THINKING,
        /// After the block, before the answer.
        BETWEEN,
        ANSWER
    }

    /// @param thought gets what is inside the block
    /// @param text gets everything else
    InlineThoughts(Consumer<String> thought, Consumer<String> text) {
        this.thought = thought;
        this.text = text;
    }

    void accept(String piece) {
        held.append(piece);
        if (state == State.BEGIN) {
            begin();
        }
        if (state == State.THINKING) {
            think();
        }
        if (state == State.BETWEEN && !held.toString().isBlank()) {
            held.delete(0, white());
            state = State.ANSWER;
        }
        if (state == State.ANSWER) {
            flush(text);
        }
    }

    /// The stream is over. A block that was never closed was perhaps none: then it is the answer as
    /// well, for whoever reads files out of it.
    ///
    /// @param whole false when the connection broke: then the block only lacks its end
    void finish(boolean whole) {
        switch (state) {
            case BEGIN, ANSWER -> flush(text);
            case THINKING -> {
                block.append(held);
                flush(thought);
                if (whole) {
                    text.accept(OPEN + block);
                }
            }
            case BETWEEN -> held.setLength(0);
        }
    }

    private void begin() {
        String rest = held.substring(white());
        if (rest.startsWith(OPEN)) {
            held.delete(0, white() + OPEN.length());
            state = State.THINKING;
        } else if (!OPEN.startsWith(rest)) {
            state = State.ANSWER;
        }
    }

    private void think() {
        int end = held.indexOf(CLOSE);
        int safe = end >= 0 ? end : held.length() - tail().orElse(0);
        String inside = held.substring(0, safe);
        if (!inside.isEmpty()) {
            block.append(inside);
            thought.accept(inside);
        }
        held.delete(0, end >= 0 ? end + CLOSE.length() : safe);
        state = end >= 0 ? State.BETWEEN : State.THINKING;
    }

    /// How many characters at the end may be the beginning of the closing tag.
    private Optional<Integer> tail() {
        for (int length = Math.min(CLOSE.length() - 1, held.length()); length > 0; length--) {
            if (CLOSE.startsWith(held.substring(held.length() - length))) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }

    private int white() {
        Matcher matcher = WHITE.matcher(held);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private void flush(Consumer<String> to) {
        if (!held.isEmpty()) {
            to.accept(held.toString());
            held.setLength(0);
        }
    }
}
