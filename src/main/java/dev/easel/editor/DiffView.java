package dev.easel.editor;

import dev.easel.project.FileChanges;
import dev.easel.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What changed between two revisions, one file at a time: unified, with both line numbers, changed
/// lines in colour, and the words that differ within a line stronger.
public final class DiffView extends BorderPane {
    private static final Texts TEXTS = Texts.of(DiffView.class);

    private final DiffViewModel model;
    private final CodeArea area = new CodeArea();
    private final ChoiceBox<LineDiff> files = new ChoiceBox<>();
    private final Label title = new Label();
    private final Label added = new Label();
    private final Label removed = new Label();
    private final Label position = new Label();
    private final Executor background;
    private final Executor ui;
    private List<DiffRow> rows = List.of();

    /// @param background lays out comparisons
    /// @param ui runs on the JavaFX thread
    public DiffView(DiffViewModel model, Executor background, Executor ui) {
        this.model = model;
        this.background = background;
        this.ui = ui;
        getStyleClass().add("diff-view");
        setId("diff");
        area.setEditable(false);
        area.setId("diffText");
        area.getStyleClass().addAll("code-area", "diff-area");
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(gutter());
        setTop(bar());
        setCenter(new VirtualizedScrollPane<>(area));
        model.selectedProperty().addListener((o, before, now) -> show(now));
        model.changeProperty().addListener((o, before, now) -> showChange());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        model.close();
                        key.consume();
                    }
                });
    }

    private HBox bar() {
        title.textProperty().bind(model.titleProperty());
        title.getStyleClass().add("diff-title");
        added.getStyleClass().addAll("diff-added", "diff-count");
        removed.getStyleClass().addAll("diff-removed", "diff-count");
        position.getStyleClass().addAll("text-muted", "text-small");
        position.setId("diffPosition");
        files.setId("diffFiles");
        files.setItems(model.files());
        files.setConverter(new Paths());
        files.valueProperty().bindBidirectional(model.selectedProperty());
        Label path = new Label();
        path.textProperty()
                .bind(model.selectedProperty().map(LineDiff::path).orElse(TEXTS.get("diff.none")));
        path.setMinWidth(0);
        path.visibleProperty().bind(Bindings.size(model.files()).lessThan(2));
        path.managedProperty().bind(path.visibleProperty());
        files.visibleProperty().bind(path.visibleProperty().not());
        files.managedProperty().bind(files.visibleProperty());
        files.setMinWidth(120);
        title.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar =
                new HBox(
                        title,
                        path,
                        files,
                        added,
                        removed,
                        gap,
                        position,
                        button("diffPrevious", "fth-chevron-up", "diff.previous", -1),
                        button("diffNext", "fth-chevron-down", "diff.next", 1),
                        close());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("diff-bar");
        return bar;
    }

    private Button button(String id, String icon, String text, int by) {
        Button button = icon(id, icon, text);
        button.setOnAction(e -> model.step(by));
        return button;
    }

    private Button close() {
        Button button = icon("diffClose", "fth-x", "diff.close");
        button.setOnAction(e -> model.close());
        return button;
    }

    private static Button icon(String id, String icon, String text) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(TEXTS.get(text)));
        button.setAccessibleText(TEXTS.get(text));
        return button;
    }

    private void show(@Nullable LineDiff diff) {
        rows = List.of();
        area.clear();
        if (diff == null) {
            return;
        }
        background.execute(() -> {
            List<DiffRow> made = DiffRow.of(diff);
            var document = document(made);
            FileChanges count = diff.count();
            ui.execute(() -> {
                if (model.selectedProperty().get() == diff) {
                    rows = made;
                    added.setText("+" + count.added());
                    removed.setText("\u2212" + count.removed());
                    area.replace(0, area.getLength(), document);
                    showChange();
                }
            });
        });
    }

    private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            List<DiffRow> rows) {
        var builder =
                new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        SegmentOps.styledTextOps(), List.of());
        for (DiffRow row : rows) {
            StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
            spans.add(List.of(), row.from());
            spans.add(List.of("diff-word"), row.to() - row.from());
            spans.add(List.of(), row.text().length() - row.to());
            builder.addParagraph(row.text(), spans.create(), row.styles());
        }
        return builder.build();
    }

    private IntFunction<Node> gutter() {
        return i -> {
            Optional<DiffRow> row = i < rows.size() ? Optional.of(rows.get(i)) : Optional.empty();
            Label number = new Label(row.map(DiffRow::numbers).orElse(""));
            number.getStyleClass().add("lineno");
            row.ifPresent(r -> number.getStyleClass().addAll(r.styles()));
            return number;
        };
    }

    private void showChange() {
        LineDiff diff = model.selectedProperty().get();
        int change = model.changeProperty().get();
        if (diff == null || rows.isEmpty() || change < 0 || change >= diff.changes().size()) {
            position.setText("");
            return;
        }
        position.setText(TEXTS.get("diff.position", change + 1, diff.changes().size()));
        int at = DiffRow.indexOfChange(rows, change);
        area.moveTo(at, 0);
        area.showParagraphAtTop(Math.max(0, at - 3));
    }

    private static final class Paths extends StringConverter<LineDiff> {
        @Override
        public String toString(@Nullable LineDiff diff) {
            return diff == null ? "" : diff.path();
        }

        @Override
        public LineDiff fromString(String path) {
            throw new UnsupportedOperationException("Files are chosen, not typed");
        }
    }
}
