package dev.easel.prompt;

import dev.easel.prompt.PromptViewModel.State;
import dev.easel.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the prompt is typed, with the one button that generates or stops.
public final class PromptView extends BorderPane {
    private static final Texts TEXTS = Texts.of(PromptView.class);
    private static final List<KeyCombination> PASTE =
            List.of(
                    new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN),
                    new KeyCodeCombination(KeyCode.INSERT, KeyCombination.SHIFT_DOWN),
                    new KeyCodeCombination(KeyCode.PASTE));
    private static final KeyCombination GENERATE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final double EDITOR_MIN = 62;
    private static final double ROOM_FOR_KEYS = 430;

    private final PromptViewModel model;
    private final TextArea editor = new TextArea();
    private final Button button = new Button();
    private final Button queue = new Button(TEXTS.get("prompt.queue"), new FontIcon("fth-clock"));
    private final SentContextView sent = new SentContextView(false);
    private final Label keys = new Label();
    private final AttachmentsView attachments;
    private final PromptToolsView tools;

    /// @param enhance has the prompt written better
    /// @param guidance what the project tells the model
    public PromptView(PromptViewModel model, EnhanceViewModel enhance, GuidanceViewModel guidance) {
        this.model = model;
        attachments = new AttachmentsView(model.images());
        tools = new PromptToolsView(model, attachments, enhance, guidance);
        model.setReplacer(this::replace);
        getStyleClass().add("prompt-view");
        editor.setId("promptEditor");
        editor.setWrapText(true);
        // Three lines; what stands above it makes the pane taller instead.
        editor.setMinHeight(EDITOR_MIN);
        editor.setPromptText(TEXTS.get("prompt.hint"));
        editor.setAccessibleText(TEXTS.get("prompt.hint"));
        editor.textProperty().bindBidirectional(model.textProperty());
        editor.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (GENERATE.match(key)) {
                        model.generate();
                        key.consume();
                    } else if (PASTE.stream().anyMatch(p -> p.match(key)) && paste()) {
                        key.consume();
                    }
                });
        button.setId("generate");
        button.setOnAction(e -> press());
        keys.getStyleClass().addAll("text-muted", "text-small");
        queue.setId("enqueue");
        queue.setOnAction(e -> model.generate());
        queue.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.textProperty().get().isBlank(), model.textProperty()));
        keys.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_KEYS));
        keys.managedProperty().bind(keys.visibleProperty());
        queue.contentDisplayProperty()
                .bind(
                        Bindings.when(keys.visibleProperty())
                                .then(ContentDisplay.LEFT)
                                .otherwise(ContentDisplay.GRAPHIC_ONLY));
        queue.setTooltip(new Tooltip(TEXTS.get("prompt.queue")));
        queue.setAccessibleText(TEXTS.get("prompt.queue"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        sent.setMaxWidth(Double.MAX_VALUE);
        sent.setId("sentContext");
        model.contextProperty().addListener((o, before, now) -> now.ifPresent(sent::show));
        sent.visibleProperty().bind(model.contextProperty().map(c -> c.isPresent()));
        sent.managedProperty().bind(sent.visibleProperty());
        // What is sent is shortened; what is pressed never is.
        sent.setMinWidth(0);
        Stream.of(keys, queue, button).forEach(c -> c.setMinWidth(Region.USE_PREF_SIZE));
        HBox row = new HBox(tools, gap, keys, queue, button);
        row.getStyleClass().add("prompt-row");
        row.setAlignment(Pos.CENTER_RIGHT);
        ObservableValue<Boolean> idle =
                model.stateProperty().map(s -> s == State.EMPTY || s == State.READY);
        setTop(new VBox(new QueueView(model.queue(), idle), attachments, new EnhanceView(enhance)));
        setCenter(new DropTargetView(editor, this, attachments));
        setBottom(new VBox(row, sent));
        model.stateProperty().addListener((o, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    /// Puts the caret into the editor.
    public void focusEditor() {
        editor.requestFocus();
        editor.end();
    }

    /// Puts words where the caret is, as if they were typed: what is there stays, one undo takes
    /// them back, and typing goes on after them.
    public void insert(String words) {
        editor.requestFocus();
        int at = Math.max(editor.getAnchor(), editor.getCaretPosition());
        String before = editor.getText(0, at);
        boolean joined = !before.isEmpty() && !Character.isWhitespace(before.charAt(at - 1));
        if (joined) {
            // A lone space begins a new step of the editor's undo; the words become part of it.
            editor.insertText(at, " ");
        }
        editor.insertText(joined ? at + 1 : at, words);
    }

    /// @param action attaches a picture of the preview
    public void setOnScreenshot(Runnable action) {
        tools.setOnScreenshot(action);
    }

    /// @param action shows what the model is told before every prompt
    public void setOnInstructions(Runnable action) {
        tools.setOnInstructions(action);
    }

    /// Attaches a picture of the preview.
    ///
    /// @param image complete, and not changed any more
    public void attachScreenshot(Image image) {
        model.images().add(TEXTS.get("attach.shot"), () -> AttachmentsView.pixels(image));
    }

    /// Says why there is no picture of the preview.
    public void sayThereIsNoPage() {
        model.images().problemProperty().set(TEXTS.get("attach.noShot"));
    }

    private boolean paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        return AttachmentsView.hasImages(clipboard) && attachments.take(clipboard);
    }

    // One step of the editor's undo.
    private void replace(String text) {
        editor.replaceText(0, editor.getLength(), text);
        editor.end();
    }

    private void press() {
        switch (model.stateProperty().get()) {
            case EMPTY, STOPPING -> {}
            case READY -> model.generate();
            case RUNNING -> model.stop();
        }
    }

    private void show(State state) {
        boolean run = state == State.RUNNING || state == State.STOPPING;
        button.setDisable(state == State.EMPTY || state == State.STOPPING);
        button.setGraphic(new FontIcon(run ? "fth-square" : "fth-play"));
        button.getStyleClass().removeAll("accent", "danger");
        button.getStyleClass().add(run ? "danger" : "accent");
        button.setText(
                TEXTS.get(
                        switch (state) {
                            case EMPTY, READY -> "prompt.generate";
                            case RUNNING -> "prompt.stop";
                            case STOPPING -> "prompt.stopping";
                        }));
        queue.setVisible(run);
        queue.setManaged(run);
        keys.setText(TEXTS.get(run ? "prompt.stopKeys" : "prompt.keys"));
    }
}
