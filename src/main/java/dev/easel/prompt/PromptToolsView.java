package dev.easel.prompt;

import dev.easel.generate.Preset;
import dev.easel.text.Texts;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done to the prompt before it is sent: images, a better wording, what it is to
/// become.
final class PromptToolsView extends HBox {
    private static final Texts TEXTS = Texts.of(PromptToolsView.class);

    private static final double PRESET_MIN = 24;

    private final AttachmentsView attachments;
    private Runnable onScreenshot = () -> {};
    private Runnable onInstructions = () -> {};

    PromptToolsView(
            PromptViewModel prompt,
            AttachmentsView attachments,
            EnhanceViewModel enhance,
            GuidanceViewModel guidance) {
        this.attachments = attachments;
        getStyleClass().add("prompt-tools");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(attach(), improve(prompt, enhance), presets(guidance));
        getChildren().subList(0, 2).forEach(b -> ((Region) b).setMinWidth(USE_PREF_SIZE));
    }

    /// @param action attaches a picture of the preview
    void setOnScreenshot(Runnable action) {
        onScreenshot = action;
    }

    /// @param action shows what the model is told before every prompt
    void setOnInstructions(Runnable action) {
        onInstructions = action;
    }

    private Node attach() {
        MenuItem files = item("attach.files", "fth-image", "attachFiles");
        files.setOnAction(e -> choose());
        MenuItem shot = item("attach.screenshot", "fth-camera", "attachScreenshot");
        shot.setOnAction(e -> onScreenshot.run());
        MenuButton button = new MenuButton(null, new FontIcon("fth-paperclip"), files, shot);
        button.setId("attach");
        button.getStyleClass().addAll("button-icon", "flat", "small", "prompt-menu");
        named(button, "attach.button");
        return button;
    }

    private static MenuItem item(String key, String icon, String id) {
        MenuItem item = new MenuItem(TEXTS.get(key), new FontIcon(icon));
        item.setId(id);
        return item;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("attach.chooser"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                TEXTS.get("attach.filter"),
                                "*.png",
                                "*.jpg",
                                "*.jpeg",
                                "*.webp",
                                "*.gif",
                                "*.bmp",
                                "*.svg"));
        List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) {
            attachments.take(files.stream().map(File::toPath).toList());
        }
    }

    private static Node improve(PromptViewModel prompt, EnhanceViewModel enhance) {
        Button button = new Button(null, new FontIcon("fth-zap"));
        button.setId("improve");
        button.getStyleClass().addAll("button-icon", "flat", "small");
        named(button, "enhance.button");
        button.setOnAction(e -> enhance.start());
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        prompt.textProperty().get().isBlank()
                                                || enhance.stateProperty().get()
                                                        == EnhanceViewModel.State.RUNNING,
                                prompt.textProperty(),
                                enhance.stateProperty()));
        return button;
    }

    private Node presets(GuidanceViewModel guidance) {
        MenuButton button = new MenuButton();
        button.setId("preset");
        button.getStyleClass().addAll("flat", "small", "prompt-menu");
        named(button, "preset.button");
        // In a narrow pane its name is shortened before anything else is.
        button.setMinWidth(PRESET_MIN);
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : Preset.values()) {
            RadioMenuItem item = new RadioMenuItem(name(preset));
            item.setId("preset-" + preset.id());
            item.setToggleGroup(group);
            item.setUserData(preset);
            item.setOnAction(e -> guidance.choose(preset));
            button.getItems().add(item);
        }
        MenuItem instructions = item("preset.instructions", "fth-sliders", "instructions");
        instructions.setOnAction(e -> onInstructions.run());
        button.getItems().addAll(new SeparatorMenuItem(), instructions);
        Runnable show =
                () -> {
                    Preset chosen = guidance.guidanceProperty().get().preset();
                    boolean own = !guidance.guidanceProperty().get().instructions().isEmpty();
                    button.setText(own ? TEXTS.get("preset.own", name(chosen)) : name(chosen));
                    group.getToggles().stream()
                            .filter(t -> t.getUserData() == chosen)
                            .forEach(group::selectToggle);
                };
        guidance.guidanceProperty().addListener(o -> show.run());
        show.run();
        return button;
    }

    private static String name(Preset preset) {
        return TEXTS.get("preset." + preset.id());
    }

    private static void named(Labeled button, String key) {
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setAccessibleText(TEXTS.get(key));
    }
}
