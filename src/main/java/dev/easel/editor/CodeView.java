package dev.easel.editor;

import dev.easel.text.Texts;
import dev.easel.ui.Throttle;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The code pane: a tab for each file, which follows the text while it streams.
public final class CodeView extends BorderPane {
    private static final Texts TEXTS = Texts.of(CodeView.class);

    private final CodeViewModel model;
    private final Executor background;
    private final Executor ui;
    private final TabPane tabs = new TabPane();
    private final Label empty = new Label(TEXTS.get("code.empty"), new FontIcon("fth-code"));
    private final Button follow =
            new Button(TEXTS.get("code.follow"), new FontIcon("fth-arrow-down"));
    private final Label lines = new Label();
    private final Throttle counting = new Throttle(Duration.millis(300));
    private final FindBarView find = new FindBarView();

    /// @param background lexes texts that arrive whole
    /// @param ui runs on the JavaFX thread
    public CodeView(CodeViewModel model, Executor background, Executor ui) {
        this.model = model;
        this.background = background;
        this.ui = ui;
        getStyleClass().add("code-view");
        tabs.setId("codeTabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        empty.setId("codeEmpty");
        empty.getStyleClass().add("empty-state");
        empty.visibleProperty().bind(Bindings.isEmpty(model.documents()));
        tabs.visibleProperty().bind(empty.visibleProperty().not());
        StackPane.setAlignment(follow, Pos.BOTTOM_RIGHT);
        follow.getStyleClass().addAll("small", "accent", "code-follow");
        follow.setOnAction(e -> current().ifPresent(this::followAgain));
        StackPane tools = new StackPane(tools());
        tools.setPickOnBounds(false);
        tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(tools, Pos.TOP_RIGHT);
        tools.visibleProperty().bind(tabs.visibleProperty());
        setTop(find);
        setCenter(new StackPane(empty, tabs, tools, follow));
        model.documents().addListener(this::documentsChanged);
        model.selectedProperty().addListener((o, before, now) -> selectTab());
        tabs.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> selected());
        model.marks().addListener((InvalidationListener) o -> mark());
        model.streamingProperty()
                .addListener((o, before, streams) -> {
                    if (!streams) {
                        tabs.getTabs().forEach(tab -> view(tab).end());
                    }
                });
        model.documents().forEach(d -> tabs.getTabs().add(tab(d)));
        selected();
    }

    /// Opens the find bar over the file that is shown.
    public void openFind() {
        current().ifPresent(view -> find.open(view.area()));
    }

    /// Shows a place in one of the files, and puts the focus there.
    ///
    /// @param path of a file; nothing happens when it is not shown
    /// @param line 1 for the first
    /// @param column 1 for the first; 0 when it is not known
    public void showPlace(String path, int line, int column) {
        model.find(path).ifPresent(model.selectedProperty()::set);
        current()
                .filter(view -> view.document().path().equals(path))
                .ifPresent(view -> view.showPlace(line, column));
    }

    private void mark() {
        tabs.getTabs().forEach(tab -> view(tab).mark(model.marks()));
    }

    private HBox tools() {
        lines.getStyleClass().addAll("text-muted", "text-small");
        lines.setId("codeLines");
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.setId("codeCopy");
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setTooltip(new Tooltip(TEXTS.get("code.copy")));
        copy.setAccessibleText(TEXTS.get("code.copy"));
        copy.setOnAction(e ->
                current()
                        .ifPresent(view -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(view.document().text().toString());
                            Clipboard.getSystemClipboard().setContent(content);
                        }));
        HBox box = new HBox(lines, copy);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getStyleClass().add("code-tools");
        return box;
    }

    private void documentsChanged(ListChangeListener.Change<? extends CodeDocument> change) {
        while (change.next()) {
            change.getRemoved().forEach(d -> tabs.getTabs().removeIf(t -> view(t).document() == d));
            int at = change.getFrom();
            for (CodeDocument document : change.getAddedSubList()) {
                tabs.getTabs().add(Math.min(at++, tabs.getTabs().size()), tab(document));
            }
        }
        selectTab();
    }

    private Tab tab(CodeDocument document) {
        DocumentView view =
                new DocumentView(document, model.streamingProperty().get(), background, ui);
        view.followingProperty().addListener(o -> showFollow());
        view.linesProperty().addListener((o, before, now) -> counting.run(this::showLines));
        view.mark(model.marks());
        return new Tab(document.path(), view);
    }

    private void selectTab() {
        tabs.getTabs().stream()
                .filter(t -> view(t).document() == model.selectedProperty().get())
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void selected() {
        current().ifPresent(view -> model.selectedProperty().set(view.document()));
        counting.cancel();
        showLines();
        find.close();
        showFollow();
    }

    private void showLines() {
        lines.setText(
                current()
                        .map(view -> TEXTS.get("code.lines", view.linesProperty().get()))
                        .orElse(""));
    }

    private void followAgain(DocumentView view) {
        view.followingProperty().set(true);
        view.showEnd();
    }

    private void showFollow() {
        follow.visibleProperty().unbind();
        follow.setVisible(false);
        current()
                .ifPresent(view ->
                        follow.visibleProperty()
                                .bind(
                                        model.streamingProperty()
                                                .and(view.followingProperty().not())));
    }

    private Optional<DocumentView> current() {
        return Optional.ofNullable(tabs.getSelectionModel().getSelectedItem()).map(CodeView::view);
    }

    private static DocumentView view(Tab tab) {
        return (DocumentView) tab.getContent();
    }
}
