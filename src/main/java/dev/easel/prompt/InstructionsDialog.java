package dev.easel.prompt;

import dev.easel.prompt.InstructionsViewModel.Composed;
import dev.easel.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows what the model is told before every prompt of the open project, and lets the user write it
/// otherwise. What is typed is kept at once: there is nothing to confirm and nothing to lose.
public final class InstructionsDialog extends Dialog<Void> {
    private static final Texts TEXTS = Texts.of(InstructionsDialog.class);
    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;

    private final InstructionsViewModel model;
    private final TextArea editor = area("instructionsText");
    private final TextArea all = area("instructionsAll");
    private final Label state = new Label();
    private final Label tokens = new Label();
    private final Label warning = new Label(null, new FontIcon("fth-alert-triangle"));
    private final Button reset =
            new Button(TEXTS.get("instructions.reset"), new FontIcon("fth-rotate-ccw"));

    /// @param owner lends its stylesheets
    public InstructionsDialog(Window owner, InstructionsViewModel model) {
        this.model = model;
        initOwner(owner);
        setTitle(TEXTS.get("instructions.title"));
        setResizable(true);
        Label help = new Label(TEXTS.get("instructions.help"));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().add("text-muted");
        editor.setText(model.textProperty().get());
        editor.textProperty().addListener((o, before, now) -> model.textProperty().set(now));
        all.setEditable(false);
        TabPane tabs =
                new TabPane(
                        tab("instructions.edit", "fth-edit-3", editor),
                        tab("instructions.sent", "fth-eye", all));
        tabs.setId("instructionsTabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        warning.setId("instructionsWarning");
        warning.getStyleClass().add("attachment-problem");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(10, help, tabs, warning, foot());
        content.getStyleClass().add("instructions");
        content.setPrefSize(WIDTH, HEIGHT);
        getDialogPane().setId("instructionsDialog");
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        model.composedProperty().addListener((o, before, now) -> show(now));
        show(model.composedProperty().get());
    }

    private static TextArea area(String id) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.getStyleClass().add("instructions-text");
        return area;
    }

    private static Tab tab(String key, String icon, TextArea content) {
        Tab tab = new Tab(TEXTS.get(key), content);
        tab.setGraphic(new FontIcon(icon));
        tab.setClosable(false);
        content.setAccessibleText(TEXTS.get(key));
        return tab;
    }

    private HBox foot() {
        state.setId("instructionsState");
        tokens.setId("instructionsTokens");
        tokens.getStyleClass().add("text-muted");
        reset.setId("instructionsReset");
        // The editor's own undo brings the text back.
        reset.setOnAction(e -> editor.replaceText(0, editor.getLength(), model.template()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(12, state, tokens, gap, reset);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void show(Composed composed) {
        if (!all.getText().equals(composed.text())) {
            all.setText(composed.text());
        }
        boolean known = !composed.text().isEmpty();
        tokens.setText(known ? TEXTS.get("instructions.tokens", composed.tokens()) : "");
        boolean changed = model.isChanged();
        state.setText(TEXTS.get(changed ? "instructions.changed" : "instructions.easels"));
        state.setGraphic(new FontIcon(changed ? "fth-edit-2" : "fth-check"));
        reset.setDisable(!changed);
        boolean lacks = changed && !composed.missing().isEmpty();
        warning.setText(
                lacks
                        ? TEXTS.get("instructions.missing", String.join(", ", composed.missing()))
                        : "");
        warning.setVisible(lacks);
        warning.setManaged(lacks);
    }
}
