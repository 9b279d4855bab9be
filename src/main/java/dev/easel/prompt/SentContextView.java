package dev.easel.prompt;

import dev.easel.generate.SentContext;
import dev.easel.text.Texts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line that says what goes to the model, or went there; a click lists the parts.
final class SentContextView extends Button {
    private static final Texts TEXTS = Texts.of(SentContextView.class);

    private final boolean past;
    private SentContext context = SentContext.NONE;

    /// @param past whether it was sent already
    SentContextView(boolean past) {
        this.past = past;
        getStyleClass().addAll("flat", "small", "sent-context");
        setGraphic(new FontIcon("fth-upload"));
        setOnAction(e -> showParts());
        setMinWidth(0);
    }

    void show(SentContext sent) {
        context = sent;
        setText(TEXTS.get(past ? "sent.past" : "sent.now", summary(sent)));
    }

    static String summary(SentContext sent) {
        List<SentContext.Part> files = sent.files();
        StringBuilder text = new StringBuilder();
        if (files.size() == 1) {
            SentContext.Part file = files.getFirst();
            text.append(TEXTS.get("sent.file", file.name(), sent.revision(), file.lines()));
        } else if (!files.isEmpty()) {
            int lines = files.stream().mapToInt(SentContext.Part::lines).sum();
            text.append(TEXTS.get("sent.files", files.size(), sent.revision(), lines));
        }
        if (!sent.leftOut().isEmpty()) {
            text.append(TEXTS.get("sent.leftOut", sent.leftOut().size()));
        }
        if (sent.turns() > 0) {
            String key = sent.turnsSent() == sent.turns() ? "sent.allTurns" : "sent.turns";
            text.append(text.isEmpty() ? "" : ", ");
            text.append(TEXTS.get(key, sent.turnsSent(), sent.turns()));
        }
        text.append(text.isEmpty() ? "" : ", ");
        return text.append(
                        sent.counted().isPresent()
                                ? TEXTS.get("sent.counted", sent.tokens())
                                : TEXTS.get("sent.tokens", tokens(sent.tokens())))
                .toString();
    }

    /// E.g. `840` or `31k`.
    private static String tokens(int tokens) {
        return tokens < 1_000 ? String.valueOf(tokens) : Math.round(tokens / 1000.0) + "k";
    }

    private void showParts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sent-parts");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, number, number);
        int row = 0;
        for (SentContext.Part part : context.parts()) {
            Label[] labels = {
                new Label(name(part)),
                new Label(part.lines() == 0 ? "" : TEXTS.get("sent.lines", part.lines())),
                new Label(
                        TEXTS.get(part.sent() ? "sent.partTokens" : "sent.notSent", part.tokens()))
            };
            for (Label label : labels) {
                label.getStyleClass().add(part.sent() ? "sent-part" : "sent-part-left-out");
            }
            grid.addRow(row++, labels);
        }
        Label title = new Label(TEXTS.get(past ? "sent.titlePast" : "sent.title"));
        title.getStyleClass().add("sent-title");
        Label note = new Label(TEXTS.get("sent.note"));
        note.getStyleClass().addAll("text-muted", "text-small");
        note.setWrapText(true);
        VBox box = new VBox(title, grid, note);
        box.getStyleClass().add("sent-popover");
        box.getStylesheets().setAll(getScene().getStylesheets());
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(box);
        Bounds at = localToScreen(getBoundsInLocal());
        box.applyCss();
        popup.show(this, at.getMinX(), at.getMinY() - box.prefHeight(-1) - 6);
    }

    private String name(SentContext.Part part) {
        return switch (part.kind()) {
            case SYSTEM -> TEXTS.get("sent.system");
            case CONVERSATION ->
                    TEXTS.get("sent.conversation", context.turnsSent(), context.turns());
            case FILE -> part.name();
            case PROMPT -> TEXTS.get("sent.prompt");
            case IMAGES -> TEXTS.get("sent.images");
        };
    }
}
