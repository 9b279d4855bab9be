package dev.easel.history;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.easel.history.HistoryRow.Heading;
import dev.easel.history.HistoryRow.ProjectRow;
import dev.easel.history.HistoryRow.RevisionRow;
import dev.easel.history.HistoryViewModel.State;
import dev.easel.project.Project;
import dev.easel.text.Texts;
import dev.easel.ui.Wheel;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sidebar: search field, projects by day, the open one unfolded into its revisions.
///
/// Ids: `historySearch`, `historySearchClear`, `historyNew`, `historyList`, `historyLoading`,
/// `historyEmpty`, `historyNothingFound`, `historyError`, `historyRetry`; in the question before
/// deleting `historyDeleteConfirm`, `historyDeleteCancel`.
public final class HistoryView extends VBox {
    private static final Texts TEXTS = Texts.of(HistoryView.class);

    private final HistoryViewModel viewModel;
    private final ListView<HistoryRow> list = new ListView<>();
    // Project or revision id of the selected row, which outlives the row.
    private String selected = "";

    public HistoryView(HistoryViewModel viewModel) {
        this.viewModel = viewModel;
        setId("history");
        getStyleClass().add("history");
        getStylesheets()
                .add(
                        Objects.requireNonNull(HistoryView.class.getResource("history.css"))
                                .toExternalForm());
        getChildren().setAll(header(), body());
    }

    /// Puts the cursor into the search field, its text selected.
    public void focusSearch() {
        Node search = lookup("#historySearch");
        search.requestFocus();
        ((CustomTextField) search).selectAll();
    }

    private Node header() {
        Button add = new Button(null, new FontIcon("fth-plus"));
        add.setId("historyNew");
        add.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        add.setTooltip(new Tooltip(TEXTS.get("new.tooltip")));
        add.setAccessibleText(TEXTS.get("new.tooltip"));
        add.setOnAction(e -> viewModel.newProject());
        HBox header = new HBox(search(), add);
        header.getStyleClass().add("history-header");
        return header;
    }

    private Node search() {
        CustomTextField search = new CustomTextField();
        search.setId("historySearch");
        search.setPromptText(TEXTS.get("search.prompt"));
        search.setAccessibleText(TEXTS.get("search.accessible"));
        search.setLeft(new FontIcon("fth-search"));
        search.textProperty().bindBidirectional(viewModel.query());
        Button clear = new Button(null, new FontIcon("fth-x"));
        clear.setId("historySearchClear");
        clear.getStyleClass().addAll("history-clear");
        clear.setAccessibleText(TEXTS.get("search.clear"));
        clear.setFocusTraversable(false);
        clear.setOnAction(e -> search.clear());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.setRight(clear);
        search.setOnKeyPressed(this::searchKey);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(0);
        return search;
    }

    private void searchKey(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && !viewModel.query().get().isEmpty()) {
            viewModel.query().set("");
            e.consume();
        } else if (e.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            move(-1, 1);
            e.consume();
        }
    }

    private Node body() {
        StackPane body = new StackPane(list(), loading(), empty(), nothingFound(), error());
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private Node list() {
        list.setId("historyList");
        viewModel.busy().addListener((SetChangeListener<String>) c -> list.refresh());
        list.setAccessibleText(TEXTS.get("list.accessible"));
        list.getStyleClass().addAll("history-list");
        list.setCellFactory(l -> new HistoryCell(this));
        // Only while renaming: a list that is always editable begins at every second click.
        list.setOnEditCommit(e -> list.setEditable(false));
        list.setOnEditCancel(e -> list.setEditable(false));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        list.getSelectionModel().selectedItemProperty().subscribe(this::remember);
        viewModel.selectedProject().subscribe(this::follow);
        viewModel.rows().subscribe(this::fill);
        fill();
        return shownIn(State.READY, list);
    }

    private void listKey(KeyEvent e) {
        if (list.getEditingIndex() >= 0) {
            return;
        }
        HistoryRow row = list.getSelectionModel().getSelectedItem();
        int index = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case UP -> move(index, -1);
            case DOWN -> move(index, 1);
            case ENTER -> open(row);
            case F2 -> rename(row);
            case DELETE -> delete(row);
            default -> {
                return;
            }
        }
        e.consume();
    }

    // Headings are passed over.
    private void move(int from, int step) {
        int to = from + step;
        while (to >= 0 && to < list.getItems().size() && isHeading(to)) {
            to += step;
        }
        if (to >= 0 && to < list.getItems().size()) {
            list.getSelectionModel().clearAndSelect(to);
            list.getFocusModel().focus(to);
            list.scrollTo(Math.max(0, isHeading(to - 1) ? to - 1 : to));
        }
    }

    private boolean isHeading(int index) {
        return index >= 0 && list.getItems().get(index) instanceof Heading;
    }

    private void remember(@Nullable HistoryRow row) {
        if (row != null) {
            selected = id(row);
        }
    }

    // Another project was opened, perhaps not from here.
    private void follow(@Nullable Project old, @Nullable Project now) {
        if (now == null) {
            selected = "";
        } else if (old == null || !old.id().equals(now.id())) {
            selected = now.id();
        }
    }

    private void fill() {
        String keep = selected;
        list.getItems().setAll(viewModel.rows());
        selected = keep;
        list.getSelectionModel().clearSelection();
        IntStream.range(0, list.getItems().size())
                .filter(i -> !keep.isEmpty() && id(list.getItems().get(i)).equals(keep))
                .forEach(list.getSelectionModel()::select);
    }

    private static String id(HistoryRow row) {
        return switch (row) {
            case Heading heading -> "";
            case ProjectRow project -> project.project().id();
            case RevisionRow revision -> revision.revision().id();
        };
    }

    /// What a click or Enter on a row does.
    void open(@Nullable HistoryRow row) {
        switch (row) {
            case null -> {}
            case Heading heading -> {}
            case ProjectRow project -> viewModel.openProject(project.project().id());
            case RevisionRow revision -> viewModel.openRevision(revision.revision());
        }
    }

    /// Makes the title of the row editable.
    void rename(@Nullable HistoryRow row) {
        if (row instanceof ProjectRow) {
            list.setEditable(true);
            list.edit(list.getItems().indexOf(row));
        }
    }

    /// Whether something runs in a project.
    boolean isBusy(ProjectRow row) {
        return viewModel.busy().contains(row.project().id());
    }

    /// The user has typed the new title.
    void renamed(ProjectRow row, String title) {
        viewModel.rename(row.project(), title);
    }

    /// Asks, then deletes the project.
    void delete(@Nullable HistoryRow row) {
        if (row instanceof ProjectRow project) {
            new DeleteProjectDialog(project, getScene() == null ? null : getScene().getWindow())
                    .ask(() -> viewModel.delete(project.project()));
        }
    }

    private Node loading() {
        Wheel progress = new Wheel(28);
        progress.setAccessibleText(TEXTS.get("state.loading"));
        VBox box = message("historyLoading", progress, TEXTS.get("state.loading"), null);
        return shownIn(State.LOADING, box);
    }

    private Node empty() {
        return shownIn(
                State.EMPTY,
                message(
                        "historyEmpty",
                        new FontIcon("fth-layers"),
                        TEXTS.get("state.empty"),
                        hint(TEXTS.get("state.emptyHint"))));
    }

    private Node nothingFound() {
        return shownIn(
                State.NOTHING_FOUND,
                message(
                        "historyNothingFound",
                        new FontIcon("fth-search"),
                        TEXTS.get("state.nothingFound"),
                        hint(TEXTS.get("state.nothingFoundHint"))));
    }

    private Node error() {
        Label reason = hint("");
        reason.textProperty().bind(viewModel.error());
        Button retry = new Button(TEXTS.get("state.retry"), new FontIcon("fth-refresh-cw"));
        retry.setId("historyRetry");
        retry.setOnAction(e -> viewModel.refresh());
        VBox box =
                message(
                        "historyError",
                        new FontIcon("fth-alert-triangle"),
                        TEXTS.get("state.error"),
                        reason);
        box.getChildren().add(retry);
        return shownIn(State.ERROR, box);
    }

    private static VBox message(String id, Node picture, String title, @Nullable Label hint) {
        Label label = new Label(title);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        label.setWrapText(true);
        VBox box = new VBox(picture, label);
        if (hint != null) {
            box.getChildren().add(hint);
        }
        box.setId(id);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("history-message");
        return box;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.setWrapText(true);
        hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        return hint;
    }

    private Node shownIn(State state, Node node) {
        node.visibleProperty().bind(viewModel.state().isEqualTo(state));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
