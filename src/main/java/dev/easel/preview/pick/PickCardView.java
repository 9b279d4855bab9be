package dev.easel.preview.pick;

import atlantafx.base.theme.Styles;
import dev.easel.text.Texts;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is known of the picked element, and what can be done with it.
public final class PickCardView extends VBox {
    private static final Texts TEXTS = Texts.of(PickCardView.class);
    private static final int STYLES_SHOWN = 6;

    private final ElementPicker picker;
    private final Label name = new Label();
    private final Label size = new Label();
    private final Label selector = new Label();
    private final Label html = new Label();
    private final GridPane styles = new GridPane(10, 2);
    private final Button add = button("pickAdd", "fth-message-square", "pick.add");
    private final Button copy = button("pickCopy", "fth-copy", "pick.copy");
    private final Button code = button("pickCode", "fth-code", "pick.code");

    /// @param prompt takes the words for the prompt editor
    public PickCardView(ElementPicker picker, Consumer<String> prompt) {
        this.picker = picker;
        setId("pickCard");
        getStyleClass().add("pick-card");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PickCardView.class.getResource("pick.css"))
                                .toExternalForm());
        setMaxSize(440, USE_PREF_SIZE);
        selector.setId("pickSelector");
        selector.getStyleClass().add("selector");
        selector.setWrapText(true);
        html.setId("pickHtml");
        html.getStyleClass().add("html");
        styles.setId("pickStyles");
        FlowPane actions = new FlowPane(8, 8, add, copy, code);
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(e -> withPicked(element -> addTo(prompt, element)));
        copy.setOnAction(e -> withPicked(this::copy));
        showCode(null, "");
        getChildren().addAll(header(), selector, html, styles, actions);
        picker.pickedProperty().subscribe(this::show);
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String id, String icon, String key) {
        Button button = new Button(TEXTS.get(key), new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private HBox header() {
        name.setId("pickName");
        name.getStyleClass().add(Styles.TEXT_BOLD);
        size.setId("pickSize");
        size.getStyleClass().add(Styles.TEXT_MUTED);
        size.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon("fth-x"));
        close.setId("pickClose");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(TEXTS.get("pick.close"));
        close.setTooltip(new Tooltip(TEXTS.get("pick.close")));
        close.setOnAction(e -> picker.leave());
        HBox header = new HBox(8, name, size, space, close);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void show(@Nullable PickedElement element) {
        setVisible(element != null);
        if (element == null) {
            return;
        }
        name.setText(TEXTS.get("pick.name", element.tag()));
        size.setText(
                TEXTS.get(
                        "pick.size",
                        Integer.toString(element.width()),
                        Integer.toString(element.height())));
        copy.setText(TEXTS.get("pick.copy"));
        selector.setText(element.selector());
        html.setText(element.openingTag().replaceAll("\\s+", " "));
        html.setTooltip(new Tooltip(element.html()));
        styles.getChildren().clear();
        element.styles().stream().limit(STYLES_SHOWN).forEach(this::addStyle);
        showCode(null, TEXTS.get("pick.code.searching"));
    }

    private void addStyle(PickedElement.Style style) {
        Label key = new Label(style.name());
        key.getStyleClass().add(Styles.TEXT_MUTED);
        key.setMinWidth(Region.USE_PREF_SIZE);
        styles.addRow(styles.getRowCount(), key, new Label(style.value()));
    }

    /// Says where the element is in the code.
    ///
    /// @param open shows the place; null while there is none to show
    /// @param hint e.g. `index.html, line 12`, or why there is none
    public void showCode(@Nullable Runnable open, String hint) {
        code.setDisable(open == null);
        code.setTooltip(new Tooltip(hint));
        code.setOnAction(e -> {
            if (open != null) {
                open.run();
            }
        });
    }

    private void addTo(Consumer<String> prompt, PickedElement element) {
        picker.leave();
        prompt.accept(
                TEXTS.get(
                        "pick.reference",
                        element.selector(),
                        Integer.toString(element.width()),
                        Integer.toString(element.height())));
    }

    private void copy(PickedElement element) {
        ClipboardContent content = new ClipboardContent();
        content.putString(element.selector());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(TEXTS.get("pick.copied"));
    }

    private void withPicked(Consumer<PickedElement> action) {
        PickedElement element = picker.pickedProperty().get();
        if (element != null) {
            action.accept(element);
        }
    }
}
