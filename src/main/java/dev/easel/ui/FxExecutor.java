package dev.easel.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs tasks on the JavaFX thread, at once when already on it, so that code written against an
/// [Executor] keeps its order and tests can pass `Runnable::run`.
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
