package dev.easel.history;

import atlantafx.base.theme.Styles;
import dev.easel.history.HistoryRow.Heading;
import dev.easel.history.HistoryRow.ProjectRow;
import dev.easel.history.HistoryRow.RevisionRow;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the sidebar. A project's title becomes a field while it is renamed.
final class HistoryCell extends ListCell<HistoryRow> {
    private static final Texts TEXTS = Texts.of(HistoryCell.class);

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass REVISION = PseudoClass.getPseudoClass("revision");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final HistoryView view;

    HistoryCell(HistoryView view) {
        this.view = view;
        getStyleClass().add("history-cell");
        // The list's width decides; long titles end in an ellipsis.
        setPrefWidth(0);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    // A heading cannot be selected.
    private void pressed(MouseEvent e) {
        if (getItem() instanceof Heading) {
            e.consume();
        }
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && !isEmpty() && !isEditing()) {
            view.open(getItem());
        }
    }

    @Override
    protected void updateItem(@Nullable HistoryRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(OPEN, row instanceof ProjectRow project && project.open());
        pseudoClassStateChanged(HEADING, row instanceof Heading);
        pseudoClassStateChanged(REVISION, row instanceof RevisionRow);
        pseudoClassStateChanged(CURRENT, row instanceof RevisionRow shown && shown.current());
        setContextMenu(row instanceof ProjectRow project ? menu(project) : null);
        setTooltip(null);
        setGraphic(
                switch (row) {
                    case null -> null;
                    case Heading heading -> heading(heading);
                    case ProjectRow project -> project(project);
                    case RevisionRow revision -> revision(revision);
                });
    }

    private Node heading(Heading heading) {
        setAccessibleText(heading.label());
        return label(heading.label(), "history-heading");
    }

    private Node project(ProjectRow row) {
        setAccessibleText(row.project().title() + ", " + row.detail());
        setTooltip(new Tooltip(row.project().title()));
        Label title = label(row.project().title(), "history-title");
        Label detail = label(row.detail(), "history-detail");
        VBox box = new VBox(title, detail);
        if (view.isBusy(row)) {
            title.setGraphic(new Wheel(12));
            title.setContentDisplay(ContentDisplay.RIGHT);
            setAccessibleText(TEXTS.get("project.busy", row.project().title()));
        }
        if (!row.snippet().isEmpty()) {
            box.getChildren().add(1, snippet(row.snippet()));
        }
        return box;
    }

    private static Node snippet(String marked) {
        List<Text> parts = new ArrayList<>();
        for (String part : marked.split("(?=\u0002)|(?<=\u0003)")) {
            Text text = new Text(part.replaceAll("[\u0002\u0003]", ""));
            text.getStyleClass()
                    .add(part.startsWith("\u0002") ? "history-match" : "history-snippet");
            parts.add(text);
        }
        TextFlow flow = new TextFlow(parts.toArray(Text[]::new));
        // A TextFlow does not shrink below its text by itself.
        flow.setMinHeight(0);
        // The style sheet decides the font, and the font how high two lines are.
        parts.getFirst().fontProperty().subscribe(font -> flow.setMaxHeight(twoLines(font)));
        Rectangle visible = new Rectangle();
        visible.widthProperty().bind(flow.widthProperty());
        visible.heightProperty().bind(flow.heightProperty());
        flow.setClip(visible);
        return flow;
    }

    private static double twoLines(Font font) {
        Text sample = new Text("X\nX");
        sample.setFont(font);
        return sample.getLayoutBounds().getHeight();
    }

    private Node revision(RevisionRow row) {
        int number = row.revision().number();
        String key =
                row.revision().partial() ? "revision.accessiblePartial" : "revision.accessible";
        setAccessibleText(TEXTS.get(key, number, row.prompt(), row.time()));
        setTooltip(new Tooltip(row.prompt().isEmpty() ? row.time() : row.prompt()));
        Label name = label(TEXTS.get("revision.name", number), "history-revision");
        name.setMinWidth(USE_PREF_SIZE);
        Label prompt = label(row.prompt(), "history-prompt");
        HBox.setHgrow(prompt, Priority.ALWAYS);
        HBox box = new HBox(name, prompt);
        if (row.revision().partial()) {
            FontIcon icon = new FontIcon("fth-alert-triangle");
            icon.getStyleClass().add("history-partial");
            Tooltip.install(icon, new Tooltip(TEXTS.get("revision.partial")));
            box.getChildren().add(icon);
        }
        box.getStyleClass().add("history-revision-row");
        return box;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        return label;
    }

    private ContextMenu menu(ProjectRow row) {
        MenuItem open = item("historyMenuOpen", "menu.open", "fth-folder", () -> view.open(row));
        MenuItem rename =
                item("historyMenuRename", "menu.rename", "fth-edit-2", () -> view.rename(row));
        MenuItem delete =
                item("historyMenuDelete", "menu.delete", "fth-trash-2", () -> view.delete(row));
        delete.getStyleClass().add(Styles.DANGER);
        return new ContextMenu(open, rename, delete);
    }

    private static MenuItem item(String id, String key, String icon, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key), new FontIcon(icon));
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    @Override
    public void startEdit() {
        if (getItem() instanceof ProjectRow row) {
            super.startEdit();
            TextField field = new TextField(row.project().title());
            field.setId("historyRename");
            field.setAccessibleText(TEXTS.get("rename.accessible"));
            field.addEventHandler(KeyEvent.KEY_PRESSED, e -> renameKey(e, row, field));
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    private void renameKey(KeyEvent e, ProjectRow row, TextField field) {
        if (e.getCode() == KeyCode.ENTER) {
            String title = field.getText();
            cancelEdit();
            view.renamed(row, title);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            e.consume();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
        getListView().requestFocus();
    }
}
