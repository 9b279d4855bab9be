package dev.easel.preview.dialog;

import atlantafx.base.theme.Styles;
import dev.easel.text.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// One question of a page.
final class DialogCard extends VBox {
    private static final Texts TEXTS = Texts.of(DialogCard.class);
    private static final double WIDTH = 440;
    private static final double TALLEST_TEXT = 220;
    private static final int LONGEST_NAME = 60;

    /// What leads out of the page cannot be agreed to by a key or click that was meant for it.
    private static final Duration SECOND_THOUGHT = Duration.millis(500);

    private final OpenDialog dialog;
    private final PageDialogs dialogs;
    private final DialogDesk desk;
    private final String page;
    private final CheckBox silence = new CheckBox(TEXTS.get("silence"));
    private final HBox buttons = new HBox(8);
    private Node first = this;

    /// @param name how the page calls itself; may be empty
    DialogCard(OpenDialog dialog, String name, PageDialogs dialogs, DialogDesk desk) {
        super(12);
        this.dialog = dialog;
        this.dialogs = dialogs;
        this.desk = desk;
        this.page = name.isBlank() ? TEXTS.get("page.unnamed") : TEXTS.get("page.named", cut(name));
        setId("pageDialog");
        getStyleClass().add("page-dialog");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        fill();
        silence.setId("pageDialogSilence");
        if (dialog.isSilenceable()) {
            getChildren().add(silence);
        }
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(buttons);
    }

    private static String cut(String name) {
        // Control characters could turn the rest of the line around.
        String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
    }

    void takeFocus() {
        first.requestFocus();
    }

    private void fill() {
        switch (dialog.question()) {
            case PageQuestion.Alert(String text) -> {
                head("fth-message-square", TEXTS.get("alert.title", page), text);
                first = agree(TEXTS.get("ok"), () -> give(""));
            }
            case PageQuestion.Confirm(String text) -> {
                head("fth-help-circle", TEXTS.get("confirm.title", page), text);
                refuse(TEXTS.get("cancel"));
                first = agree(TEXTS.get("ok"), () -> give(""));
            }
            case PageQuestion.Prompt(String text, String initial) -> prompt(text, initial);
            case PageQuestion.Print() -> {
                head("fth-printer", TEXTS.get("print.title", page), TEXTS.get("print.text"));
                refuse(TEXTS.get("cancel"));
                thinkFirst(agree(TEXTS.get("print.agree"), this::print));
            }
            case PageQuestion.ChooseFiles files -> chooseFiles(files);
            case PageQuestion.Visit(String address) -> visit(address);
            case PageQuestion.Save save -> save(save);
            case PageQuestion.Notice(String text) -> {
                head("fth-info", TEXTS.get("notice.title"), text);
                first = agree(TEXTS.get("ok"), () -> give(""));
            }
        }
    }

    private void prompt(String text, String initial) {
        head("fth-edit-3", TEXTS.get("prompt.title", page), text);
        TextField field = new TextField(initial);
        field.setId("pageDialogText");
        field.setAccessibleText(TEXTS.get("prompt.title", page));
        field.setOnAction(e -> give(field.getText()));
        getChildren().add(field);
        refuse(TEXTS.get("cancel"));
        agree(TEXTS.get("ok"), () -> give(field.getText()));
        first = field;
    }

    private void chooseFiles(PageQuestion.ChooseFiles files) {
        String known = String.join(", ", files.types());
        head(
                "fth-file",
                TEXTS.get(files.several() ? "files.title.several" : "files.title", page),
                known.isEmpty() ? TEXTS.get("files.text") : TEXTS.get("files.textFor", known));
        refuse(TEXTS.get("cancel"));
        thinkFirst(
                agree(
                        TEXTS.get("files.agree"),
                        () -> desk.chooseFiles(files, page).ifPresent(this::give)));
    }

    private void visit(String address) {
        head("fth-external-link", TEXTS.get("visit.title", page), "");
        address(address);
        refuse(TEXTS.get("visit.stay"));
        Button copy =
                button(
                        "pageDialogCopy",
                        TEXTS.get("visit.copy"),
                        () -> {
                            desk.copy(address);
                            dialogs.dismiss(dialog);
                        });
        buttons.getChildren().add(copy);
        thinkFirst(agree(TEXTS.get("visit.agree"), () -> give("")));
    }

    private void save(PageQuestion.Save save) {
        head("fth-download", TEXTS.get("save.title", page), "");
        address(TEXTS.get("save.file", save.name(), size(save.bytes())));
        refuse(TEXTS.get("save.refuse"));
        thinkFirst(
                agree(
                        TEXTS.get("save.agree"),
                        () ->
                                desk.chooseTarget(save, page)
                                        .ifPresent(path -> give(path.toString()))));
    }

    private static String size(long bytes) {
        return bytes < 1_000
                ? TEXTS.get("size.bytes", bytes)
                : bytes < 1_000_000
                        ? TEXTS.get("size.kilobytes", Math.round(bytes / 1_000.0))
                        : TEXTS.get("size.megabytes", Math.round(bytes / 100_000.0) / 10.0);
    }

    private void head(String icon, String title, String text) {
        Label head = new Label(title, new FontIcon(icon));
        head.setId("pageDialogTitle");
        head.getStyleClass().add("title");
        head.setWrapText(true);
        getChildren().add(head);
        if (text.isEmpty()) {
            return;
        }
        Label body = new Label(text);
        body.setId("pageDialogBody");
        body.setWrapText(true);
        ScrollPane scroll = new ScrollPane(body);
        scroll.getStyleClass().addAll("text", "edge-to-edge");
        scroll.setFitToWidth(true);
        // By itself it would ask for the height that its text has in one line.
        scroll.prefViewportHeightProperty().bind(Bindings.min(TALLEST_TEXT, body.heightProperty()));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    /// One line that is not the page's prose.
    private void address(String text) {
        Label label = new Label(text);
        label.setId("pageDialogBody");
        label.getStyleClass().add("address");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(label);
    }

    private Button agree(String text, Runnable action) {
        Button button = button("pageDialogOk", text, action);
        button.getStyleClass().add(Styles.ACCENT);
        buttons.getChildren().add(button);
        return button;
    }

    private void refuse(String text) {
        Button button =
                button(
                        "pageDialogCancel",
                        text,
                        () -> {
                            beforeAnswer();
                            dialogs.dismiss(dialog);
                        });
        buttons.getChildren().add(button);
        first = button;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static void thinkFirst(Button button) {
        button.setDisable(true);
        PauseTransition pause = new PauseTransition(SECOND_THOUGHT);
        pause.setOnFinished(e -> button.setDisable(false));
        pause.play();
    }

    private void give(String value) {
        beforeAnswer();
        dialogs.answer(dialog, value);
    }

    private void beforeAnswer() {
        if (silence.isSelected()) {
            dialogs.silence();
        }
    }

    private void print() {
        give("");
        desk.print(() -> dialogs.tell(TEXTS.get("print.none")));
    }
}
