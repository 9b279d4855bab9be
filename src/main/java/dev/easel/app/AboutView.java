package dev.easel.app;

import dev.easel.preview.webgl.DriverInfo;
import dev.easel.text.Texts;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// What the program runs on: its version, Java, the graphics driver. One text, to be copied into a
/// report.
final class AboutView extends VBox {
    private static final Texts TEXTS = Texts.of(AboutView.class);

    private final TextArea facts = new TextArea();
    private final String own;

    /// @param driver of WebGL, whenever it is known
    AboutView(BuildInfo build, CompletionStage<DriverInfo> driver, Executor ui) {
        getStyleClass().add("settings-section");
        own =
                Stream.of(
                                TEXTS.get("about.easel", build.version()),
                                TEXTS.get("about.java", java("version"), java("vm.name")),
                                TEXTS.get("about.javafx", build.javafx()),
                                TEXTS.get("about.system", os("name"), os("version"), os("arch")))
                        .collect(Collectors.joining("\n"));
        facts.setId("aboutFacts");
        facts.setEditable(false);
        facts.setWrapText(true);
        facts.setPrefRowCount(12);
        show(TEXTS.get("about.webgl.starting"));
        driver.whenCompleteAsync(
                (info, error) ->
                        show(error == null ? webGl(info) : TEXTS.get("about.webgl.none", error)),
                ui);
        getChildren().addAll(heading(), facts);
    }

    private static Node heading() {
        Label heading = new Label(TEXTS.get("about.facts"));
        heading.getStyleClass().add("settings-heading");
        return heading;
    }

    private static String java(String name) {
        return System.getProperty("java." + name, "?");
    }

    private static String os(String name) {
        return System.getProperty("os." + name, "?");
    }

    private static String webGl(DriverInfo info) {
        return info.isThere()
                ? TEXTS.get(
                        "about.webgl", info.driver(), info.route(), info.renderer(), info.version())
                : TEXTS.get("about.webgl.none", info.trouble());
    }

    private void show(String webGl) {
        facts.setText(own + "\n" + webGl);
    }
}
