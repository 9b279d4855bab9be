package dev.easel.preview.console;

import dev.easel.preview.sandbox.ConsoleDetail.Part;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.PageProperty;
import dev.easel.preview.sandbox.PageValue;
import dev.easel.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the console: a line with its kind, text, number and place, or something inside one.
final class ConsoleCell extends ListCell<ConsoleRow> {
    private static final double STEP = 16;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Actions actions;
    private final Texts texts;
    private final FontIcon arrow = new FontIcon();
    private final FontIcon icon = new FontIcon();
    private final Label count = new Label();
    private final MessageFlow message = new MessageFlow();
    private final VBox body = new VBox(4, message);
    private final Label place = new Label();
    private final HBox row = new HBox(6, arrow(), icon, count, body, place);

    private boolean isStyled;

    /// What a row can ask for.
    interface Actions {
        void toggle(ConsoleRow row);

        void openSource(String file, int line, int column);

        ConsoleFilter filter();

        /// What the page's own colours must be readable on.
        Color background();
    }

    ConsoleCell(ListView<ConsoleRow> list, Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        getStyleClass().add("console-cell");
        count.getStyleClass().add("count");
        place.getStyleClass().add("place");
        place.setAccessibleRole(AccessibleRole.HYPERLINK);
        HBox.setHgrow(body, Priority.ALWAYS);
        place.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("console-row");
        // Without this a list gives its cells all the width that the longest text asks for.
        setPrefWidth(0);
        row.prefWidthProperty().bind(list.widthProperty().subtract(34));
        // Measured and drawn at one width, whether there is a scroll bar or not.
        row.setMaxWidth(USE_PREF_SIZE);
        message.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
                clicked();
            }
        });
    }

    private Node arrow() {
        arrow.getStyleClass().add("arrow");
        HBox box = new HBox(arrow);
        box.getStyleClass().add("arrow-box");
        box.setMinWidth(12);
        box.setOnMouseClicked(e -> clicked());
        return box;
    }

    private void clicked() {
        ConsoleRow item = getItem();
        if (item != null && !(item.content() instanceof ConsoleContent.Frame)) {
            actions.toggle(item);
        }
    }

    @Override
    protected void updateItem(@Nullable ConsoleRow item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().setAll("cell", "indexed-cell", "list-cell", "console-cell");
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        begin(item.node());
        show(item.content(), item.node());
        setAccessibleText(accessibleText(item));
        setGraphic(row);
        isStyled = false;
    }

    private void begin(ConsoleNode node) {
        body.getChildren().setAll(message);
        message.begin(actions.filter(), actions.background());
        row.setPadding(new Insets(0, 0, 0, STEP * node.indent()));
        arrow.setIconLiteral(node.isOpen() ? "fth-chevron-down" : "fth-chevron-right");
        arrow.setVisible(node.opens());
        show(icon, false);
        count.setText(Integer.toString(node.count()));
        show(count, node.count() > 1);
        showPlace("", 0, 0);
    }

    private void show(ConsoleContent content, ConsoleNode node) {
        switch (content) {
            case ConsoleContent.Line(ConsoleEntry entry) -> line(entry, node);
            case ConsoleContent.Divider(var at) -> {
                getStyleClass().add("divider");
                show(count, false);
                message.add(texts.get("console.reloaded", TIME.format(at)));
            }
            case ConsoleContent.Input(String source) -> {
                kind("input", "fth-chevron-right");
                message.add(source);
            }
            case ConsoleContent.Pending p -> {
                kind("result", "fth-chevron-left");
                message.add(texts.get("console.pending"), "dim");
            }
            case ConsoleContent.Result(PageValue value, boolean thrown) -> {
                kind(thrown ? "error" : "result", thrown ? "fth-x-circle" : "fth-chevron-left");
                if (thrown) {
                    message.add(texts.get("console.thrown") + " ");
                }
                message.add(value);
            }
            case ConsoleContent.Failure(String why) -> {
                kind("error", "fth-x-circle");
                message.add(why);
            }
            case ConsoleContent.Property(PageProperty property) -> property(property);
            case ConsoleContent.Frame(StackFrame frame) -> frame(frame);
            case ConsoleContent.More(PageValue owner, long from, long more) ->
                    message.add(texts.get("console.more", more), "link");
            case ConsoleContent.Gone g -> message.add(texts.get("console.gone"), "dim");
            case ConsoleContent.Nothing n -> message.add(texts.get("console.nothing"), "dim");
        }
    }

    private void kind(String style, String iconLiteral) {
        getStyleClass().add(style);
        icon.setIconLiteral(iconLiteral);
        icon.setVisible(!style.equals("log"));
        icon.setManaged(true);
    }

    private void line(ConsoleEntry entry, ConsoleNode node) {
        kind(styleOf(entry.level()), iconOf(entry.level()));
        if (node.isGroup()) {
            getStyleClass().add("group");
            show(icon, false);
        }
        if (entry.detail().table().isPresent()) {
            body.getChildren().setAll(new ConsoleTableView(entry.detail().table().get(), texts));
        } else if (entry.detail().parts().isEmpty()) {
            String text = entry.text();
            // The text is indented for those who cannot indent rows.
            int indent = Math.min(2 * entry.detail().depth(), text.length());
            message.add(text.substring(0, indent).isBlank() ? text.substring(indent) : text);
        } else {
            entry.detail().parts().forEach(this::part);
        }
        showPlace(entry.file(), entry.line(), entry.column());
    }

    private void part(Part part) {
        switch (part) {
            case Part.Text(String text, String style) ->
                    message.add(text, style.isEmpty() ? ConsoleLook.PLAIN : ConsoleLook.of(style));
            case Part.Value(PageValue value) -> message.add(value);
        }
    }

    private void property(PageProperty property) {
        getStyleClass().add("inside");
        if (!property.name().isEmpty()) {
            message.add(property.name(), property.isDim() ? "dim" : "name");
            message.add(": ", "dim");
        }
        if (property.value().kind() == PageValue.Kind.STACK) {
            message.add(
                    texts.get("console.frames", property.value().text().lines().count()), "dim");
        } else if (property.value().kind() == PageValue.Kind.GONE) {
            message.add(texts.get("console.gone"), "dim");
        } else {
            message.add(property.value());
        }
    }

    private void frame(StackFrame frame) {
        getStyleClass().addAll("inside", frame.isOwn() ? "own" : "foreign");
        message.add(frame.function().isEmpty() ? texts.get("console.anonymous") : frame.function());
        showPlace(frame.file(), frame.line(), frame.column());
    }

    private void showPlace(String file, int line, int column) {
        boolean isLink = StackFrame.isOwn(file) && line > 0;
        place.getStyleClass().setAll("label", "place", isLink ? "link" : "dim");
        place.setText(StackFrame.place(file, line));
        place.setOnMouseClicked(isLink ? e -> actions.openSource(file, line, column) : null);
        place.setTooltip(file.isEmpty() ? null : new Tooltip(file + ":" + line + ":" + column));
        place.setAccessibleText(isLink ? texts.get("console.open", file, line) : file);
        show(place, !file.isEmpty());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String accessibleText(ConsoleRow item) {
        String state =
                !item.node().opens()
                        ? ""
                        : texts.get(item.node().isOpen() ? "console.isOpen" : "console.isClosed");
        return Optional.of(ConsoleText.of(item.node())).map(t -> t + " " + state).get().strip();
    }

    /// Of the text at the width that the list has; a TextFlow does not say it for itself.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        // A list measures its cells before the new texts have their font.
        if (!isStyled && getScene() != null) {
            applyCss();
            isStyled = true;
        }
        Insets insets = getInsets();
        double height =
                row.prefHeight(Math.max(100, row.getPrefWidth()))
                        + insets.getTop()
                        + insets.getBottom();
        return Math.max(24, Math.ceil(height));
    }

    private static String styleOf(ConsoleEntry.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String iconOf(ConsoleEntry.Level level) {
        return switch (level) {
            case DEBUG -> "fth-code";
            case LOG -> "fth-minus";
            case INFO -> "fth-info";
            case WARN -> "fth-alert-triangle";
            case ERROR -> "fth-x-circle";
            case ALERT -> "fth-message-square";
        };
    }
}
