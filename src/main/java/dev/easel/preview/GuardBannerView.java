package dev.easel.preview;

import dev.easel.preview.guard.StoppedLoop;
import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the page when its code was stopped or does not run, or when it takes too much
/// memory.
final class GuardBannerView extends VBox {
    private static final long MEGABYTE = 1 << 20;

    private final Preview preview;
    private final PageGuard guard;
    private final Texts texts;

    GuardBannerView(Preview preview, PageGuard guard, Texts texts) {
        this.preview = preview;
        this.guard = guard;
        this.texts = texts;
        setId("guardBanner");
        getStyleClass().add("guard-banner");
        guard.statusProperty().subscribe(this::show);
    }

    private void show(GuardStatus status) {
        boolean isQuiet = status instanceof GuardStatus.Quiet;
        setVisible(!isQuiet);
        setManaged(!isQuiet);
        getStyleClass().remove("warning");
        if (!(status instanceof GuardStatus.Held)) {
            getStyleClass().add("warning");
        }
        switch (status) {
            case GuardStatus.Quiet quiet -> getChildren().clear();
            case GuardStatus.Stopped(StoppedLoop loop) ->
                    stopped(loop, texts.get("guard.stopped", seconds(loop)));
            case GuardStatus.StoppedForGood(StoppedLoop loop) ->
                    stopped(loop, texts.get("guard.forGood"));
            case GuardStatus.Held(boolean hung) ->
                    getChildren()
                            .setAll(
                                    line(
                                            "fth-pause-circle",
                                            texts.get(hung ? "guard.hung" : "guard.held"),
                                            main(run("guard.run"))));
            case GuardStatus.Large(long bytes) ->
                    getChildren()
                            .setAll(
                                    line(
                                            "fth-alert-triangle",
                                            texts.get("guard.memory", bytes / MEGABYTE),
                                            main(button("guardEnd", "guard.end", preview::stop)),
                                            close()));
        }
    }

    private static double seconds(StoppedLoop loop) {
        return loop.millis() / 1_000.0;
    }

    private void stopped(StoppedLoop loop, String text) {
        Button raise =
                button(
                        "guardRaise",
                        "guard.raise",
                        () -> {
                            guard.raiseLimit();
                            preview.reload();
                        });
        Button hold = button("guardHold", "guard.hold", () -> preview.setRunning(false));
        HBox actions = new HBox(8, run("guard.again"), raise, hold);
        actions.getStyleClass().add("actions");
        getChildren()
                .setAll(line("fth-alert-triangle", text, source(loop), gap(), close()), actions);
    }

    private Hyperlink source(StoppedLoop loop) {
        String place = loop.line() == 0 ? loop.file() : loop.file() + ":" + loop.line();
        Hyperlink source = new Hyperlink(place);
        source.setId("guardSource");
        source.setMinWidth(Region.USE_PREF_SIZE);
        // A script that was made at run time is in no file.
        source.setDisable(loop.file().contains(" ") || loop.line() == 0);
        source.setOnAction(e -> preview.openSource(loop.file(), loop.line(), loop.column()));
        return source;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Button run(String key) {
        return button("guardRun", key, () -> preview.setRunning(true));
    }

    private static Button main(Button button) {
        button.getStyleClass().add("accent");
        return button;
    }

    private Button close() {
        Button close = PanelBar.button("guardDismiss", "fth-x", texts.get("guard.dismiss"));
        close.setOnAction(e -> guard.dismiss());
        return close;
    }

    private Button button(String id, String key, Runnable action) {
        return PanelBar.wordButton(id, texts.get(key), action);
    }

    private HBox line(String icon, String text, Node... more) {
        Label label = new Label(text);
        label.setId("guardText");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, new FontIcon(icon), label);
        line.setAlignment(Pos.CENTER_LEFT);
        if (more.length < 3) {
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
        }
        line.getChildren().addAll(more);
        return line;
    }
}
