package dev.easel.preview.webgl.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Progress progress = new Progress();

    @Test
    void anAnswerIsGivenOn() {
        Patience patience = new Patience(tasks::add, progress, 1);

        assertThat(patience.await(CompletableFuture.completedFuture("yes"))).contains("yes");
        assertThat(patience.isStuck()).isFalse();
    }

    @Test
    void aCommandThatDoesNotEndIsGivenUpUntilTheThreadIsFree() {
        Patience patience = new Patience(tasks::add, progress, 1);

        assertThat(patience.await(new CompletableFuture<>())).isEmpty();
        assertThat(patience.isStuck()).isTrue();

        tasks.forEach(Runnable::run);

        assertThat(patience.isStuck()).isFalse();
    }

    @Test
    void manyCommandsThatTakeLongTogetherAreWaitedFor() throws Exception {
        Patience patience = new Patience(tasks::add, progress, 1);
        CompletableFuture<String> answer = new CompletableFuture<>();
        CountDownLatch steps = new CountDownLatch(30);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.execute(() -> {
                while (steps.getCount() > 0) {
                    progress.step();
                    steps.countDown();
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
                answer.complete("late");
            });

            assertThat(patience.await(answer)).contains("late");
        }
    }
}
