package dev.easel.preview;

import dev.easel.preview.Preview.State;
import dev.easel.preview.console.ConsoleView;
import dev.easel.preview.dialog.PageDialogView;
import dev.easel.preview.engine.LaterExecutor;
import dev.easel.text.Texts;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The right pane of the window: toolbar, page, console and network.
///
/// The state of the [Preview] decides what is to be seen; this class only places it. F5 reloads
/// wherever the focus is inside.
public final class PreviewView extends BorderPane {
    private static final double PAGE_SHARE = 0.76;

    private final Preview preview;
    private final Texts texts = Texts.of(PreviewView.class);
    private final DeviceFrame frame = new DeviceFrame();
    private final SplitPane split = new SplitPane();
    private final TabPane tabs;
    private double divider = PAGE_SHARE;

    /// @param background encodes and writes pictures
    /// @param fx runs on the UI thread
    public PreviewView(Preview preview, Executor background, Executor fx) {
        this.preview = preview;
        setId("previewView");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PreviewView.class.getResource("preview.css"))
                                .toExternalForm());
        tabs = new TabPane(console(), new NetworkView(preview, texts));
        tabs.setId("previewTabs");
        tabs.setMinHeight(60);
        split.setOrientation(Orientation.VERTICAL);
        preview.serve(PageWishes.of(preview, background, fx));
        split.getItems().setAll(page(background, fx), tabs);
        split.setDividerPositions(divider);
        SplitPane.setResizableWithParent(tabs, false);
        setCenter(split);
        setTop(toolbar(background, fx));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private PreviewToolbar toolbar(Executor background, Executor fx) {
        PageCamera camera = new PageCamera(preview, background, fx, texts);
        PreviewToolbar toolbar = new PreviewToolbar(preview, frame, camera, texts);
        toolbar.panel().selectedProperty().subscribe((before, shown) -> showPanel(shown));
        return toolbar;
    }

    private ConsoleView console() {
        return new ConsoleView(
                new PreviewConsole(preview), new LaterExecutor(), Clock.systemDefaultZone());
    }

    private StackPane page(Executor background, Executor fx) {
        preview.viewProperty().subscribe(frame::setPage);
        PreviewPlaceholder placeholder = new PreviewPlaceholder(preview, texts);
        var nothing =
                preview.stateProperty()
                        .isEqualTo(State.EMPTY)
                        .or(preview.stateProperty().isEqualTo(State.FAILED));
        placeholder.visibleProperty().bind(nothing);
        frame.visibleProperty().bind(nothing.not());
        StackPane page = new StackPane(frame, placeholder, loading(), dialogs(background, fx));
        page.setMinHeight(80);
        return page;
    }

    private PageDialogView dialogs(Executor background, Executor fx) {
        return new PageDialogView(
                preview.dialogs(), preview.titleProperty(), preview.viewProperty(), background, fx);
    }

    private ProgressBar loading() {
        ProgressBar bar = new ProgressBar();
        bar.setId("previewLoading");
        bar.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.visibleProperty().bind(preview.stateProperty().isEqualTo(State.LOADING));
        // An indeterminate bar that nobody sees still asks for frames.
        bar.progressProperty().bind(bar.visibleProperty().map(shown -> shown ? -1.0 : 0.0));
        StackPane.setAlignment(bar, Pos.TOP_CENTER);
        return bar;
    }

    private void showPanel(boolean shown) {
        if (shown) {
            split.getItems().add(tabs);
            split.setDividerPositions(divider);
        } else {
            divider = split.getDividerPositions()[0];
            split.getItems().remove(tabs);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            preview.reload();
            event.consume();
        }
    }
}
