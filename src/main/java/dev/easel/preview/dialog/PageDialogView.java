package dev.easel.preview.dialog;

import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Lies over the page and shows what it asks, as a card that names it. Invisible otherwise, and
/// then no obstacle to the mouse.
///
/// The card takes the keyboard only from the page: whoever types elsewhere types on.
public final class PageDialogView extends StackPane {
    private final PageDialogs dialogs;
    private final ObservableValue<String> pageName;
    private final DialogDesk desk;

    /// @param pageName how the page calls itself; may be empty
    /// @param view the page, for printing
    /// @param background may block
    /// @param fx runs on the UI thread
    public PageDialogView(
            PageDialogs dialogs,
            ObservableValue<String> pageName,
            ObservableValue<@Nullable WebView> view,
            Executor background,
            Executor fx) {
        this.dialogs = dialogs;
        this.pageName = pageName;
        this.desk = new DialogDesk(this, view, background, fx);
        setId("pageDialogs");
        getStyleClass().add("page-dialogs");
        getStylesheets()
                .add(
                        Objects.requireNonNull(PageDialogView.class.getResource("dialog.css"))
                                .toExternalForm());
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        dialogs.currentProperty().addListener((o, before, now) -> show(now));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(dialogs::attend);
    }

    private void show(@Nullable OpenDialog dialog) {
        boolean hadFocus = hasFocusInside(this);
        boolean takesFocus = hadFocus || hasFocusInside(getParent());
        setVisible(dialog != null);
        if (dialog == null) {
            getChildren().clear();
            if (hadFocus) {
                desk.focusPage();
            }
            return;
        }
        DialogCard card = new DialogCard(dialog, pageName.getValue(), dialogs, desk);
        getChildren().setAll(card);
        if (takesFocus) {
            card.takeFocus();
        }
    }

    private boolean hasFocusInside(@Nullable Node ancestor) {
        Scene scene = getScene();
        Node node = scene == null ? null : scene.getFocusOwner();
        while (node != null && node != ancestor) {
            node = node.getParent();
        }
        return node != null;
    }

    private void pressed(KeyEvent event) {
        OpenDialog dialog = dialogs.currentProperty().get();
        if (event.getCode() == KeyCode.ESCAPE && dialog != null) {
            dialogs.dismiss(dialog);
            event.consume();
        }
    }
}
