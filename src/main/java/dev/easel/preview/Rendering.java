package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.PageMessage.Moment;
import dev.easel.preview.sandbox.PreviewNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// One rendering, step by step, from a thread that may wait.
final class Rendering implements AutoCloseable {
    /// JavaFX's Headless platform has a screen of this width and height, and throws an
    /// IndexOutOfBoundsException for every frame of a window that is larger (HeadlessWindow.blit).
    private static final int HEADLESS_SCREEN = 1_000;

    private final RenderRequest request;
    private final Executor fx;
    private final Preview preview;
    private final List<ConsoleEntry> failures = new ArrayList<>();
    private final Stage stage;

    /// Written on the UI thread, which a page may keep: asking it could take forever.
    private volatile boolean isThere;

    Rendering(RenderRequest request, PreviewNetwork network, Path storage, Executor fx)
            throws RenderException, InterruptedException {
        this.request = request;
        this.fx = fx;
        this.preview = onFx(() -> new Preview(network, storage, fx));
        this.stage = onFx(this::window);
    }

    /// On a real display the window must be there for the page to be drawn, but not be seen.
    private Stage window() {
        StackPane pane = new StackPane();
        preview.viewProperty()
                .addListener(
                        (o, before, now) -> pane.getChildren().setAll(Objects.requireNonNull(now)));
        pane.setMinSize(request.width(), request.height());
        pane.setPrefSize(request.width(), request.height());
        Stage window = new Stage(StageStyle.UNDECORATED);
        window.setOpacity(0);
        // A Pane leaves its child the size it wants, so the page may be larger than its window.
        window.setScene(
                new Scene(
                        new Pane(pane),
                        Math.min(request.width(), HEADLESS_SCREEN),
                        Math.min(request.height(), HEADLESS_SCREEN)));
        window.setX(0);
        window.setY(0);
        window.show();
        return window;
    }

    RenderReport run() throws RenderException, InterruptedException {
        load();
        FrameCount before = onFx(preview::frames);
        TimeUnit.MILLISECONDS.sleep(request.delay().toMillis());
        FrameCount after = onFx(preview::frames);
        List<Optional<String>> values = evaluate();
        Optional<Path> picture = screenshot();
        return onFx(() ->
                new RenderReport(
                        preview.titleProperty().get(),
                        console(),
                        List.copyOf(preview.requests()),
                        preview.frames().frames(),
                        after.perSecondSince(before),
                        preview.timingsProperty().get(),
                        List.copyOf(preview.stoppedLoops()),
                        preview.webGl(),
                        values,
                        picture));
    }

    private void load() throws RenderException, InterruptedException {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        onFx(() -> {
            ChangeListener<Object> check = (o, before, now) -> check(ended);
            preview.timingsProperty().addListener(check);
            preview.stateProperty().addListener(check);
            String project = UUID.randomUUID().toString();
            preview.show(project, request.source(), request.entry());
            return true;
        });
        try {
            ended.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (!isThere) {
                throw tooLong("load", e);
            }
            // A page whose last image never comes is still a page.
            failures.add(
                    ConsoleEntry.of(
                            Level.ERROR, "The page did not finish loading in " + seconds()));
        } catch (ExecutionException e) {
            throw new RenderException(String.valueOf(e.getCause()), e);
        }
        String message = onFx(() -> preview.messageProperty().get());
        if (!message.isEmpty()) {
            throw new RenderException(message, null);
        }
    }

    private void check(CompletableFuture<Void> ended) {
        isThere = preview.stateProperty().get() == Preview.State.SHOWN;
        boolean loaded = preview.timingsProperty().get().at(Moment.LOAD).isPresent();
        if (loaded || preview.stateProperty().get() == Preview.State.FAILED) {
            ended.complete(null);
        }
    }

    private List<Optional<String>> evaluate() throws RenderException, InterruptedException {
        List<Optional<String>> values = new ArrayList<>();
        for (String expression : request.expressions()) {
            try {
                values.add(Optional.of(await("answer", () -> preview.evaluate(expression))));
            } catch (EvaluationException e) {
                values.add(Optional.empty());
                failures.add(
                        ConsoleEntry.of(
                                Level.ERROR,
                                "The expression failed: " + expression + "\n" + e.getMessage()));
            }
        }
        return values;
    }

    private Optional<Path> screenshot() throws RenderException, InterruptedException {
        if (request.screenshot().isPresent()) {
            Path file = request.screenshot().get();
            WritableImage image = await("be drawn", preview::screenshot);
            try {
                PngFile.write(image, file);
            } catch (IOException e) {
                throw new RenderException(
                        "The screenshot cannot be written to " + file + ": " + e, e);
            }
        }
        return request.screenshot();
    }

    private List<ConsoleEntry> console() {
        List<ConsoleEntry> entries = new ArrayList<>(preview.console());
        long dropped = preview.droppedProperty().get();
        if (dropped > 0) {
            entries.add(ConsoleEntry.of(Level.WARN, dropped + " more console lines were not kept"));
        }
        entries.addAll(failures);
        return entries;
    }

    private <T> T onFx(Callable<T> step) throws RenderException, InterruptedException {
        return await("answer", () -> CompletableFuture.completedStage(step.call()));
    }

    private <T> T await(String what, Callable<CompletionStage<T>> step)
            throws RenderException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        fx.execute(() -> begin(step, result));
        try {
            return result.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooLong(what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EvaluationException failure) {
                throw failure;
            }
            throw new RenderException("The preview failed: " + e.getCause(), e);
        }
    }

    private static <T> void begin(Callable<CompletionStage<T>> step, CompletableFuture<T> result) {
        try {
            step.call()
                    .whenComplete((value, error) -> {
                        if (error == null) {
                            result.complete(value);
                        } else {
                            result.completeExceptionally(error);
                        }
                    });
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    private RenderException tooLong(String what, TimeoutException cause) {
        return new RenderException(
                "The page did not "
                        + what
                        + " within "
                        + seconds()
                        + ": it may be in an endless loop, or wait for something that never comes",
                cause);
    }

    private String seconds() {
        return request.timeout().toMillis() / 1_000.0 + " s";
    }

    /// Does not wait: the UI thread may hang in the page.
    @Override
    public void close() {
        fx.execute(() -> {
            preview.stop();
            stage.close();
        });
    }
}
