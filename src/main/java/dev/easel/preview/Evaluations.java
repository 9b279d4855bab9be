package dev.easel.preview;

import dev.easel.preview.sandbox.PageMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Expressions that wait for their answers. UI thread.
final class Evaluations {
    private final Executor later;
    private final Map<Long, CompletableFuture<String>> waiting = new HashMap<>();
    private long lastId;

    /// @param later completes the futures; not inside the page's script, see `LaterExecutor`
    Evaluations(Executor later) {
        this.later = later;
    }

    long begin(CompletableFuture<String> result) {
        waiting.put(++lastId, result);
        return lastId;
    }

    void answer(PageMessage.Answer answer) {
        CompletableFuture<String> result = waiting.remove(answer.id());
        if (result == null) {
            return;
        }
        later.execute(() -> {
            if (answer.error().isEmpty()) {
                result.complete(answer.json());
            } else {
                result.completeExceptionally(new EvaluationException(answer.error()));
            }
        });
    }

    /// Ends everything that still waits.
    void failAll(String why) {
        Map<Long, CompletableFuture<String>> all = Map.copyOf(waiting);
        waiting.clear();
        later.execute(() ->
                all.values().forEach(r -> r.completeExceptionally(new EvaluationException(why))));
    }
}
