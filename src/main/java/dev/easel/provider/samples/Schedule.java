package dev.easel.provider.samples;

import dev.easel.provider.GenerateEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// When which piece of a sample is sent: thoughts for about two seconds, then the reply at 60
/// chunks a second for at most about 20 s. The same sample always comes in the same chunks.
///
/// @param pieces in order
record Schedule(List<Piece> pieces) {
    private static final int CHUNKS_PER_SECOND = 60;
    private static final Duration THINKING = Duration.ofSeconds(2);
    private static final int MOST_THOUGHTS = 2 * CHUNKS_PER_SECOND;
    private static final int MOST_REPLY_CHUNKS = 20 * CHUNKS_PER_SECOND;

    /// @param due since the beginning of the run
    record Piece(Duration due, GenerateEvent event) {}

    static Schedule of(Sample sample) {
        Random random = new Random(sample.id().hashCode());
        List<String> thoughts = Chunks.of(sample.thoughts(), MOST_THOUGHTS, random);
        List<String> reply = Chunks.of(sample.reply(), MOST_REPLY_CHUNKS, random);
        List<Piece> pieces = new ArrayList<>();
        for (String thought : thoughts) {
            Duration due = THINKING.multipliedBy(pieces.size() + 1).dividedBy(thoughts.size());
            pieces.add(new Piece(due, new GenerateEvent.Thought(thought)));
        }
        Duration begin = thoughts.isEmpty() ? Duration.ZERO : THINKING;
        for (int i = 0; i < reply.size(); i++) {
            Duration due = begin.plus(Duration.ofSeconds(i + 1).dividedBy(CHUNKS_PER_SECOND));
            pieces.add(new Piece(due, new GenerateEvent.Text(reply.get(i))));
        }
        return new Schedule(pieces);
    }
}
