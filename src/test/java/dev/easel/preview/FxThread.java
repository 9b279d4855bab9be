package dev.easel.preview;

import dev.easel.ui.FxExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs a test's steps on the UI thread.
final class FxThread {
    private static final FxExecutor FX = new FxExecutor();

    private FxThread() {}

    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test of this JVM has started it.
        }
        Platform.setImplicitExit(false);
    }

    static <T> T call(Callable<T> step) {
        if (Platform.isFxApplicationThread()) {
            // A condition asks for something; what waits in the queue waits for this thread.
            return get(CompletableFuture.completedFuture(step).thenApply(FxThread::result));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        // A condition that is looked at on the UI thread must not wait behind others for it.
        Executor ui = Platform.isFxApplicationThread() ? Runnable::run : FX;
        ui.execute(() -> {
            try {
                result.complete(step.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return get(result);
    }

    private static <T> T result(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void run(Runnable step) {
        call(() -> {
            step.run();
            return null;
        });
    }

    static <T> T await(Callable<CompletionStage<T>> step) {
        return get(call(step).toCompletableFuture());
    }

    /// Waits, frame by frame, until the condition holds on the UI thread.
    static void waitUntil(String what, BooleanSupplier condition) {
        CompletableFuture<Void> held = new CompletableFuture<>();
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        if (condition.getAsBoolean()) {
                            held.complete(null);
                        }
                    }
                };
        run(timer::start);
        try {
            held.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("Not within 20 s: " + what, e);
        } finally {
            run(timer::stop);
        }
    }

    private static <T> T get(CompletableFuture<T> result) {
        try {
            return result.get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError("The UI thread did not answer", e);
        }
    }
}
