package dev.easel.preview;

import dev.easel.preview.Preview.State;
import dev.easel.preview.console.ConsoleView;
import dev.easel.preview.dialog.PageDialogView;
import dev.easel.preview.engine.LaterExecutor;
import dev.easel.preview.pick.ElementPicker;
import dev.easel.preview.pick.PickCardView;
import dev.easel.preview.pick.SourceFinder;
import dev.easel.preview.share.PageServers;
import dev.easel.preview.share.SystemBrowser;
import dev.easel.text.Texts;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The right pane of the window: toolbar, page, console and network.
///
/// The state of the [Preview] decides what is to be seen; this class only places it. F5 and Ctrl+R
/// reload and Ctrl+Shift+C picks an element wherever the focus is inside, even in the page.
public final class PreviewView extends BorderPane {
    private static final double PAGE_SHARE = 0.7;
    private static final KeyCombination RELOAD =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PICK =
            new KeyCodeCombination(
                    KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final Preview preview;
    private final Texts texts = Texts.of(PreviewView.class);
    private final Executor background;
    private final Executor fx;
    private final SystemBrowser system = SystemBrowser.ofThisSystem();
    private final PageServers servers;
    private final DeviceChoice device = new DeviceChoice();
    private final NoticeView notices = new NoticeView(texts);
    private final ElementPicker picker;
    private final PickCardView card;
    private final DeviceFrame frame;
    private final SplitPane split = new SplitPane();
    private final TabPane tabs;
    private final NetworkView network;
    private final PreviewToolbar toolbar;
    private final VBox top;
    private double divider = PAGE_SHARE;
    private Consumer<String> onReference = words -> {};
    private Runnable onFullScreen = () -> {};

    /// Without anything that could be fetched.
    ///
    /// @param background encodes and writes pictures, serves pages to the browser
    /// @param fx runs on the UI thread
    public PreviewView(Preview preview, Executor background, Executor fx) {
        this(preview, Optional.empty(), background, fx);
    }

    /// @param fetches what the page lacks and the user may let in; empty where nothing can be
    /// @param background encodes and writes pictures
    /// @param fx runs on the UI thread
    public PreviewView(
            Preview preview, Optional<FetchViewModel> fetches, Executor background, Executor fx) {
        this.preview = preview;
        this.background = background;
        this.fx = fx;
        servers = new PageServers(background);
        picker = new ElementPicker(new PickedPage(preview));
        card = new PickCardView(picker, words -> onReference.accept(words));
        frame = new DeviceFrame(device, picker.overlay());
        network = new NetworkView(preview, fetches, texts);
        setId("previewView");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PreviewView.class.getResource("preview.css"))
                                .toExternalForm());
        tabs = new TabPane(console(), network);
        tabs.setId("previewTabs");
        tabs.setMinHeight(60);
        split.setOrientation(Orientation.VERTICAL);
        preview.serve(PageWishes.of(preview, background, fx));
        split.getItems().setAll(page(background, fx), tabs);
        split.setDividerPositions(divider);
        SplitPane.setResizableWithParent(tabs, false);
        setCenter(split);
        toolbar = toolbar();
        top = new VBox(toolbar);
        fetches.ifPresent(
                f -> top.getChildren().add(new FetchBannerView(f, this::showDenied, texts)));
        top.getChildren().add(new GuardBannerView(preview, preview.guard(), texts));
        top.getChildren().add(new WebGlBannerView(preview, texts));
        setTop(top);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        endPickingWithThePage();
        findSources();
    }

    /// On which device the page is tried.
    public DeviceChoice device() {
        return device;
    }

    /// The projects that are open in the system's browser; to be closed with the window.
    public PageServers servers() {
        return servers;
    }

    /// Takes words about a picked element that are meant for the prompt.
    public void setOnReference(Consumer<String> action) {
        onReference = action;
    }

    /// What the button for full screen does.
    public void setOnFullScreen(Runnable action) {
        onFullScreen = action;
    }

    /// Begins to pick an element of the page, or ends it. Does nothing while there is no page.
    public void togglePicking() {
        if (picker.stateProperty().get() == ElementPicker.State.AIMING) {
            picker.leave();
        } else if (preview.stateProperty().get() == State.SHOWN && getTop() != null) {
            picker.aim();
        }
    }

    /// Ends the picking of an element.
    ///
    /// @return false when there was nothing to end
    public boolean leavePicking() {
        boolean was = picker.stateProperty().get() != ElementPicker.State.OFF;
        picker.leave();
        return was;
    }

    /// Shows nothing but the page, as large as this view, and says how to leave; or brings the rest
    /// back.
    public void showPageOnly(boolean only) {
        leavePicking();
        setTop(only ? null : top);
        frame.setFilling(only);
        showPanel(!only && toolbar.panelProperty().get());
        if (only) {
            notices.say(texts.get("full.hint"));
        }
    }

    private PreviewToolbar toolbar() {
        PageCamera camera = new PageCamera(preview, notices, system, background, fx, texts);
        PageSharing sharing =
                new PageSharing(preview, servers, system, notices, background, fx, texts);
        PreviewToolbar bar =
                new PreviewToolbar(
                        preview,
                        new DeviceControls(device, frame, texts),
                        camera,
                        picker,
                        new PreviewToolbar.Actions(sharing::open, () -> onFullScreen.run()),
                        texts);
        bar.panelProperty().subscribe((before, shown) -> showPanel(shown));
        return bar;
    }

    private void findSources() {
        new SourceFinder(background, fx)
                .serve(
                        picker,
                        card,
                        () ->
                                preview.shownPage()
                                        .map(p -> new SourceFinder.Page(p.source(), p.entry())),
                        (path, line) -> preview.openSource(path, line, 0));
    }

    // What was picked is gone with its document.
    private void endPickingWithThePage() {
        preview.stateProperty()
                .subscribe(now -> {
                    boolean aims = picker.stateProperty().get() == ElementPicker.State.AIMING;
                    if (now != State.SHOWN && !(aims && now == State.LOADING)) {
                        picker.leave();
                    }
                });
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
        StackPane.setMargin(card, new Insets(12));
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        StackPane.setMargin(notices, new Insets(12));
        StackPane page =
                new StackPane(
                        frame, placeholder, loading(), card, notices, dialogs(background, fx));
        page.setMinHeight(80);
        picker.pickedProperty().subscribe(picked -> placeCard(page));
        return page;
    }

    // Away from the element that it tells of.
    private void placeCard(StackPane page) {
        boolean low = page.sceneToLocal(picker.clicked()).getY() > page.getHeight() / 2;
        StackPane.setAlignment(card, low ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
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

    /// Opens the list of requests.
    public void showNetwork() {
        toolbar.panelProperty().set(true);
        tabs.getSelectionModel().select(network);
    }

    private void showDenied() {
        network.showDenied();
        showNetwork();
    }

    private void showPanel(boolean shown) {
        if (shown == split.getItems().contains(tabs)) {
            return;
        }
        if (shown) {
            split.getItems().add(tabs);
            split.setDividerPositions(divider);
        } else {
            divider = split.getDividerPositions()[0];
            split.getItems().remove(tabs);
        }
    }

    private void pressed(KeyEvent event) {
        boolean done = true;
        if (event.getCode() == KeyCode.F5 || RELOAD.match(event)) {
            preview.reload();
        } else if (PICK.match(event)) {
            togglePicking();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            done = leavePicking();
        } else {
            done = false;
        }
        if (done) {
            event.consume();
        }
    }
}
