package dev.easel.preview.console;

import atlantafx.base.theme.Styles;
import dev.easel.text.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line above the console: a button for each level, a search field, what was dropped, and what
/// can be done with the whole.
final class ConsoleBarView extends HBox {
    private final Texts texts;
    private final Map<ConsoleFilter.Kind, ToggleButton> kinds =
            new EnumMap<>(ConsoleFilter.Kind.class);
    private final TextField search = new TextField();
    private final Label found = new Label();
    private final Label dropped = new Label();
    private final Consumer<ConsoleFilter> onFilter;

    /// @param onFilter hears when other lines are wanted
    ConsoleBarView(
            Consumer<ConsoleFilter> onFilter,
            BooleanProperty keeps,
            Runnable copy,
            Runnable clear,
            Texts texts) {
        super(4);
        this.texts = texts;
        this.onFilter = onFilter;
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(30);
        getStyleClass().addAll("preview-panel-bar", "console-bar");
        getChildren()
                .addAll(
                        kind(ConsoleFilter.Kind.ERRORS, "fth-x-circle"),
                        kind(ConsoleFilter.Kind.WARNINGS, "fth-alert-triangle"),
                        kind(ConsoleFilter.Kind.INFO, "fth-info"),
                        kind(ConsoleFilter.Kind.DEBUG, "fth-code"),
                        searchField(),
                        found,
                        space(),
                        dropped,
                        keep(keeps),
                        button("consoleCopy", "fth-copy", "console.copy", copy),
                        button("consoleClear", "fth-slash", "console.clear", clear));
        found.setId("consoleFound");
        found.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        found.setMinWidth(Region.USE_PREF_SIZE);
        dropped.setId("consoleDropped");
        dropped.getStyleClass().addAll(Styles.TEXT_SMALL, "dropped");
    }

    /// Shows how many lines there are of each kind, those seen, and those that are not kept.
    void count(ConsoleLog log, int shown, long droppedLines) {
        kinds.forEach((kind, button) -> {
            int lines = log.count(kind);
            button.setText(lines > 9_999 ? "9999+" : Integer.toString(lines));
            String text = texts.get("console.kind." + kind.name().toLowerCase(Locale.ROOT), lines);
            button.setAccessibleText(text);
            button.getTooltip().setText(text);
        });
        show(found, search.getText().isEmpty() ? "" : texts.get("console.found", shown));
        show(dropped, droppedLines == 0 ? "" : texts.get("console.dropped", droppedLines));
        dropped.setTooltip(new Tooltip(texts.get("console.dropped.why")));
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private ToggleButton kind(ConsoleFilter.Kind kind, String icon) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton("0", new FontIcon(icon));
        button.setId("console" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        button.setSelected(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "console-kind", name);
        button.setTooltip(new Tooltip());
        button.setOnAction(e -> filter());
        kinds.put(kind, button);
        return button;
    }

    private TextField searchField() {
        search.setId("consoleSearch");
        search.setPromptText(texts.get("console.search"));
        search.setAccessibleText(texts.get("console.search"));
        search.getStyleClass().add(Styles.SMALL);
        search.setPrefColumnCount(12);
        search.setMinWidth(60);
        search.textProperty().addListener(o -> filter());
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        key.consume();
                    }
                });
        return search;
    }

    private ToggleButton keep(BooleanProperty keeps) {
        ToggleButton button = new ToggleButton(texts.get("console.keep"));
        button.setId("consoleKeep");
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "console-kind");
        button.setTooltip(new Tooltip(texts.get("console.keep.why")));
        button.setAccessibleText(texts.get("console.keep.why"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(keeps);
        return button;
    }

    private Button button(String id, String icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setOnAction(e -> action.run());
        return dressed(button, id, key);
    }

    private <B extends ButtonBase> B dressed(B button, String id, String key) {
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        return button;
    }

    private void filter() {
        Set<ConsoleFilter.Kind> wanted = EnumSet.noneOf(ConsoleFilter.Kind.class);
        kinds.forEach((kind, button) -> {
            if (button.isSelected()) {
                wanted.add(kind);
            }
        });
        onFilter.accept(new ConsoleFilter(wanted, search.getText()));
    }
}
