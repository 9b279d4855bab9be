package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The network tab: every request and what became of it, with filter, search, totals and details;
/// what was denied can be fetched from here.
final class NetworkView extends Tab {
    private final Preview preview;
    private final Texts texts;
    private final FilteredList<NetworkRow> shown;
    private final NetworkTable table;
    private final NetworkDetailView detail;
    private final Label summary = new Label();
    private final ComboBox<NetworkFilter> filter = new ComboBox<>();
    private final LongProperty left = new SimpleLongProperty();
    private final TextField search = new TextField();

    /// A page may ask a thousand times a second; counting follows ten times.
    private final PauseTransition pause = new PauseTransition(Duration.millis(100));

    /// @param fetches empty where nothing can be fetched
    NetworkView(Preview preview, Optional<FetchViewModel> fetches, Texts texts) {
        this.preview = preview;
        this.texts = texts;
        FetchMenu menu = new FetchMenu(fetches, texts);
        shown = new FilteredList<>(new FoldedRequests(preview.requests()).rows());
        table = new NetworkTable(shown, menu, texts);
        detail = new NetworkDetailView(menu, texts);
        setId("networkTab");
        setClosable(false);
        BorderPane content = new BorderPane(table);
        content.setRight(detail);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox pane = new VBox(bar(), content);
        // JavaFX walks what a tab holds with every frame, seen or not.
        selectedProperty().subscribe(selected -> setContent(selected ? pane : null));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    detail.show(Optional.ofNullable(row));
                    table.showNotes(row == null);
                });
        fetches.ifPresent(this::follow);
        left.addListener(o -> count());
        pause.setOnFinished(e -> count());
        preview.requests().addListener((InvalidationListener) o -> countSoon());
        count();
    }

    private void follow(FetchViewModel model) {
        model.steps()
                .addListener(
                        (MapChangeListener<String, FetchStep>)
                                change -> {
                                    table.refresh();
                                    detail.refresh();
                                });
        model.summaryProperty().addListener(o -> table.refresh());
        left.bind(model.departuresProperty());
    }

    private Button forget() {
        Button forget =
                PanelBar.button("networkForget", "fth-trash-2", texts.get("network.forget"));
        forget.setOnAction(e -> preview.clearStorage());
        forget.disableProperty().bind(preview.stateProperty().isNotEqualTo(Preview.State.SHOWN));
        return forget;
    }

    private HBox bar() {
        summary.setId("networkSummary");
        filter.setId("networkFilter");
        filter.getStyleClass().add("small");
        filter.setMinWidth(Region.USE_PREF_SIZE);
        filter.setAccessibleText(texts.get("network.filter"));
        filter.getItems().setAll(NetworkFilter.values());
        filter.setConverter(NetworkFilter.names(texts));
        filter.setValue(NetworkFilter.ALL);
        filter.valueProperty().addListener(o -> select());
        search.setId("networkSearch");
        search.getStyleClass().add("small");
        search.setPromptText(texts.get("network.search"));
        search.setAccessibleText(texts.get("network.search"));
        search.setPrefColumnCount(9);
        search.textProperty().addListener(o -> select());
        Button copy = PanelBar.button("networkCopy", "fth-copy", texts.get("network.copy"));
        copy.setOnAction(e -> copy());
        HBox bar = PanelBar.of(summary, filter, search, copy, forget());
        bar.getStyleClass().add("network-bar");
        summary.setMinWidth(0);
        return bar;
    }

    /// Shows what was denied, and nothing else.
    void showDenied() {
        search.clear();
        filter.setValue(NetworkFilter.DENIED);
    }

    private void select() {
        NetworkFilter wanted = filter.getValue();
        String words = search.getText().strip();
        shown.setPredicate(row -> wanted.accepts(row) && row.contains(words));
        boolean isFiltered = wanted != NetworkFilter.ALL || !words.isEmpty();
        table.setPlaceholder(new Label(texts.get(isFiltered ? "network.none" : "network.empty")));
    }

    private void countSoon() {
        if (preview.requests().isEmpty()) {
            count();
        } else if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.play();
        }
    }

    private void count() {
        long denied = requests(Set.of(Outcome.DENIED));
        long missing = requests(Set.of(Outcome.MISSING));
        long outside = requests(Set.of(Outcome.CACHED, Outcome.FETCHED));
        long bytes = preview.requests().stream().mapToLong(e -> e.bytes()).sum();
        StringBuilder text =
                new StringBuilder(
                        texts.get(
                                "network.summary",
                                preview.requests().size(),
                                requests(Set.of(Outcome.BUNDLED, Outcome.SUBSTITUTED)),
                                denied));
        if (outside > 0) {
            text.append(", ").append(texts.get("network.outside", outside));
        }
        if (missing > 0) {
            text.append(", ").append(texts.get("network.missing", missing));
        }
        if (bytes > 0) {
            text.append("  ·  ").append(ByteCount.of(bytes));
        }
        text.append("  ·  ").append(texts.get("network.left", left.get()));
        summary.setText(text.toString());
        summary.setTooltip(new Tooltip(text.toString()));
        setText(denied == 0 ? texts.get("network.tab") : texts.get("network.tab.denied", denied));
    }

    private long requests(Set<Outcome> outcomes) {
        return preview.requests().stream().filter(e -> outcomes.contains(e.outcome())).count();
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(NetworkJson.of(List.copyOf(preview.requests())));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
