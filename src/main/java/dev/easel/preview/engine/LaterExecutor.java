package dev.easel.preview.engine;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs tasks on the UI thread after whatever it is doing now.
///
/// A message of a page arrives inside the page's own script, where starting a load or another
/// script would re-enter WebKit; what reacts to messages goes through here.
public final class LaterExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
