package dev.easel.preview;

import dev.easel.preview.guard.StoppedLoop;
import dev.easel.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the page when its code was stopped or does not run, or when it takes too much
/// memory.
final class GuardBannerView extends HBox {
    private static final long MEGABYTE = 1 << 20;

    private final Preview preview;
    private final PageGuard guard;
    private final Texts texts;

    GuardBannerView(Preview preview, PageGuard guard, Texts texts) {
        this.preview = preview;
        this.guard = guard;
        this.texts = texts;
        setId("guardBanner");
        getStyleClass().add("fetch-banner");
        setAlignment(Pos.CENTER_LEFT);
        guard.statusProperty().subscribe(this::show);
    }

    private void show(GuardStatus status) {
        boolean isQuiet = status instanceof GuardStatus.Quiet;
        setVisible(!isQuiet);
        setManaged(!isQuiet);
        getStyleClass().remove("failed");
        if (!(status instanceof GuardStatus.Held)) {
            getStyleClass().add("failed");
        }
        switch (status) {
            case GuardStatus.Quiet quiet -> getChildren().clear();
            case GuardStatus.Stopped(StoppedLoop loop) ->
                    stopped(loop, texts.get("guard.stopped", seconds(loop), place(loop)));
            case GuardStatus.StoppedForGood(StoppedLoop loop) ->
                    stopped(loop, texts.get("guard.forGood", place(loop)));
            case GuardStatus.Held(boolean hung) ->
                    fill(
                            "fth-pause-circle",
                            texts.get(hung ? "guard.hung" : "guard.held"),
                            List.of(run("guard.run", true)));
            case GuardStatus.Large(long bytes) ->
                    fill(
                            "fth-alert-triangle",
                            texts.get("guard.memory", bytes / MEGABYTE),
                            List.of(button("guardEnd", "guard.end", preview::stop), close()));
        }
    }

    private static double seconds(StoppedLoop loop) {
        return loop.millis() / 1_000.0;
    }

    private String place(StoppedLoop loop) {
        return loop.line() == 0 ? loop.file() : loop.file() + ":" + loop.line();
    }

    private void stopped(StoppedLoop loop, String text) {
        Hyperlink source = new Hyperlink(texts.get("guard.show"));
        source.setId("guardSource");
        source.setMinWidth(Region.USE_PREF_SIZE);
        source.setOnAction(e -> preview.openSource(loop.file(), loop.line(), loop.column()));
        boolean hasSource = loop.line() > 0;
        Button raise =
                button(
                        "guardRaise",
                        "guard.raise",
                        () -> {
                            guard.raiseLimit();
                            preview.reload();
                        });
        Button hold = button("guardHold", "guard.hold", () -> preview.setRunning(false));
        Button again = run("guard.again", false);
        fill(
                "fth-alert-triangle",
                text,
                hasSource
                        ? List.of(source, again, raise, hold, close())
                        : List.of(again, raise, hold, close()));
    }

    private Button run(String key, boolean isMain) {
        Button run = button("guardRun", key, () -> preview.setRunning(true));
        if (isMain) {
            run.getStyleClass().add("accent");
        }
        return run;
    }

    private Button close() {
        Button close = PanelBar.button("guardDismiss", "fth-x", texts.get("guard.dismiss"));
        close.setOnAction(e -> guard.dismiss());
        return close;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void fill(String icon, String text, List<? extends Node> actions) {
        Label label = new Label(text);
        label.setId("guardText");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().setAll(new FontIcon(icon), label);
        getChildren().addAll(actions);
    }
}
