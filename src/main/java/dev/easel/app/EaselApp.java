package dev.easel.app;

import dev.easel.history.HistoryException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.stage.Stage;

/// Opens the window and waits until it is closed.
final class EaselApp {
    private EaselApp() {}

    /// @return the exit status
    static int open() {
        CountDownLatch closed = new CountDownLatch(1);
        Services services = new Services();
        // Disk and SQLite start while the toolkit does.
        CompletableFuture<Void> ready =
                CompletableFuture.runAsync(
                        () -> {
                            services.settings();
                            services.runs();
                        },
                        services.background());
        int[] status = {0};
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setOnHidden(e -> closed.countDown());
            try {
                ready.join();
                new EaselWindow(services, stage).show();
                services.background().execute(services::warmUp);
            } catch (CompletionException e) {
                status[0] = EaselCommand.FAILED;
                refuse(e.getCause() == null ? e : e.getCause());
                closed.countDown();
            }
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        services.close();
        Platform.exit();
        return status[0];
    }

    // Without its history Easel would lose what is made: better say why it cannot be opened.
    private static void refuse(Throwable cause) {
        String text =
                cause instanceof HistoryException
                        ? String.valueOf(cause.getMessage())
                        : cause.toString();
        System.err.println("easel: " + text);
        Alert alert = new Alert(Alert.AlertType.ERROR, text);
        alert.setTitle("Easel");
        alert.setHeaderText(null);
        alert.showAndWait();
    }
}
