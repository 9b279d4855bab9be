package dev.easel.preview.console;

import dev.easel.preview.console.ConsoleContent.Divider;
import dev.easel.preview.console.ConsoleContent.Line;
import dev.easel.preview.sandbox.ConsoleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of the console, repeated ones folded, the latest 10,000. UI thread.
final class ConsoleLog {
    static final int LIMIT = 10_000;

    private final List<ConsoleNode> nodes = new ArrayList<>();
    private final Map<ConsoleFilter.Kind, Integer> counts = new EnumMap<>(ConsoleFilter.Kind.class);
    private final Deque<ConsoleNode> groups = new ArrayDeque<>();

    /// Oldest first; read-only.
    List<ConsoleNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /// How many lines of the page there are, each of the folded ones counted.
    int count(ConsoleFilter.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /// Takes a line.
    ///
    /// @return the last node, which is an older one when the line repeats it
    ConsoleNode add(ConsoleContent content) {
        Optional<ConsoleNode> same = repeated(content);
        ConsoleNode node = same.orElseGet(() -> ConsoleNode.line(content, groupOf(content)));
        if (same.isPresent()) {
            node.repeat(content);
        } else {
            nodes.add(node);
        }
        count(content, 1);
        if (node.isGroup()) {
            groups.push(node);
        }
        return node;
    }

    /// Lets the oldest nodes go that are too many.
    ///
    /// @return those nodes
    List<ConsoleNode> trim() {
        int over = nodes.size() - LIMIT;
        if (over <= 0) {
            return List.of();
        }
        List<ConsoleNode> first = nodes.subList(0, over);
        List<ConsoleNode> gone = List.copyOf(first);
        first.clear();
        gone.forEach(n -> count(n.content(), -n.count()));
        return gone;
    }

    void clear() {
        nodes.clear();
        counts.clear();
        groups.clear();
    }

    private void count(ConsoleContent content, int by) {
        if (content instanceof Line(ConsoleEntry entry)) {
            counts.merge(ConsoleFilter.Kind.of(entry.level()), by, Integer::sum);
        }
    }

    private Optional<ConsoleNode> repeated(ConsoleContent content) {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        ConsoleNode last = nodes.getLast();
        boolean isSame =
                switch (content) {
                    case Line(ConsoleEntry now) ->
                            last.content() instanceof Line(ConsoleEntry before)
                                    && before.repeats(now);
                    // A page that is loaded again before it said anything needs one line.
                    case Divider d -> last.content() instanceof Divider;
                    case ConsoleContent.Input i -> false;
                    case ConsoleContent.Pending p -> false;
                    case ConsoleContent.Result r -> false;
                    case ConsoleContent.Failure f -> false;
                    case ConsoleContent.Property p -> false;
                    case ConsoleContent.Frame f -> false;
                    case ConsoleContent.More m -> false;
                    case ConsoleContent.Gone g -> false;
                    case ConsoleContent.Nothing n -> false;
                };
        return isSame ? Optional.of(last) : Optional.empty();
    }

    private @Nullable ConsoleNode groupOf(ConsoleContent content) {
        // What the user types between two lines of a group does not end it.
        if (!(content instanceof Line(ConsoleEntry entry))) {
            return null;
        }
        while (!groups.isEmpty() && groups.peek().indent() >= entry.detail().depth()) {
            groups.pop();
        }
        return groups.peek();
    }
}
