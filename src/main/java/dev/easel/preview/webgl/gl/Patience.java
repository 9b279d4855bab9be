package dev.easel.preview.webgl.gl;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// How long a page, and with it the window, waits for the GL thread.
///
/// A command that takes longer than a few seconds is one that may never end, such as a draw with a
/// shader that loops. Nothing can stop it, so it is left alone: until it has ended the thread
/// counts as stuck, and nobody waits for it.
final class Patience {
    /// For one command; the system property `easel.webgl.patience` says otherwise. Software drivers
    /// draw a heavy frame of a demo in half a second, and all of a page's shaders in about two.
    private static final int SECONDS = 6;

    /// For everything that an answer has to wait for.
    private static final int ALL_SECONDS = 20;

    private static final int LOOK_MILLIS = 50;
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    private final Executor thread;
    private final Progress progress;
    private final long most;
    private volatile boolean isStuck;

    Patience(Executor thread, Progress progress) {
        this(thread, progress, Integer.getInteger("easel.webgl.patience", SECONDS));
    }

    /// @param seconds for one command
    Patience(Executor thread, Progress progress, int seconds) {
        this.thread = thread;
        this.progress = progress;
        this.most = TimeUnit.SECONDS.toNanos(Math.max(1, seconds));
    }

    /// Whether the thread is at work on something that was given up.
    boolean isStuck() {
        return isStuck;
    }

    /// Waits for what the thread has been given to do.
    ///
    /// @return empty when it was given up, or failed
    <T> Optional<T> await(CompletableFuture<T> answer) {
        long begin = System.nanoTime();
        long step = begin;
        long steps = progress.steps();
        while (!isStuck) {
            try {
                return Optional.of(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                if (progress.steps() != steps) {
                    steps = progress.steps();
                    step = now;
                }
                if (now - step > most || now - begin > TimeUnit.SECONDS.toNanos(ALL_SECONDS)) {
                    giveUp();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The same without waiting.
    ///
    /// @param gaveUp is run, on any thread, when it was given up
    /// @return completes with the answer, or with null when it was given up
    <T> CompletableFuture<@Nullable T> watch(CompletableFuture<T> answer, Runnable gaveUp) {
        CompletableFuture<@Nullable T> result = new CompletableFuture<>();
        answer.whenComplete((value, error) -> result.complete(value));
        look(result, gaveUp, System.nanoTime(), progress.steps());
        return result;
    }

    private void look(CompletableFuture<?> result, Runnable gaveUp, long step, long steps) {
        SOON.execute(() -> {
            if (result.isDone()) {
                return;
            }
            long now = System.nanoTime();
            long then = progress.steps();
            if (then == steps && now - step > most) {
                giveUp();
                gaveUp.run();
                result.complete(null);
            } else {
                look(result, gaveUp, then == steps ? step : now, then);
            }
        });
    }

    private synchronized void giveUp() {
        if (isStuck) {
            return;
        }
        isStuck = true;
        // Carried out when the thread is free again.
        thread.execute(() -> isStuck = false);
    }
}
