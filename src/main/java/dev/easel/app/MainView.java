package dev.easel.app;

import dev.easel.cost.LimitQuestionView;
import dev.easel.editor.CodeView;
import dev.easel.history.HistoryView;
import dev.easel.prompt.ConversationView;
import dev.easel.prompt.PromptView;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panes of the window. Every divider drags; the sidebar, the conversation and the preview
/// collapse.
final class MainView extends BorderPane {
    /// What stands in the panes.
    record Parts(
            TopBarView top,
            HistoryView history,
            ConversationView conversation,
            CodeView code,
            CodePaneView codePane,
            PromptView prompt,
            Region preview,
            Region welcome,
            ProblemView problem,
            StatusLineView status,
            LimitQuestionView limit) {}

    private final Parts parts;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final StackPane stage;

    MainView(Parts parts) {
        this.parts = parts;
        getStyleClass().add("main-view");
        columns.setId("columns");
        rows.setId("rows");
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().setAll(parts.conversation(), parts.codePane(), parts.prompt());
        parts.history().setMinWidth(170);
        stage = new StackPane(parts.preview());
        stage.setMinWidth(260);
        StackPane work = new StackPane(rows, parts.limit());
        work.setMinWidth(300);
        // The question stands on the prompt that it is about.
        parts.limit()
                .paddingProperty()
                .bind(
                        parts.prompt()
                                .heightProperty()
                                .map(h -> new Insets(0, 12, h.doubleValue() + 8, 12)));
        columns.getItems().setAll(parts.history(), work, stage);
        // A wider window gives its room to code and page, not to the list of projects.
        SplitPane.setResizableWithParent(parts.history(), false);
        setTop(new VBox(parts.top(), parts.problem()));
        setCenter(columns);
        setBottom(parts.status());
    }

    /// How the panes stand before anybody has moved them.
    void showDefaultLayout() {
        rows.setDividerPositions(0.34, 0.8);
        columns.setDividerPositions(0.17, 0.5);
    }

    SplitPane columns() {
        return columns;
    }

    SplitPane rows() {
        return rows;
    }

    Parts parts() {
        return parts;
    }

    boolean isSidebarShown() {
        return columns.getItems().contains(parts.history());
    }

    void showSidebar(boolean shown) {
        if (shown == isSidebarShown()) {
            return;
        }
        double[] dividers = columns.getDividerPositions();
        if (shown) {
            columns.getItems().addFirst(parts.history());
            columns.setDividerPositions(0.16, dividers[0]);
        } else {
            columns.getItems().remove(parts.history());
            columns.setDividerPositions(dividers[1]);
        }
    }

    /// The first screen takes the preview's place, or gives it back.
    void showWelcome(boolean shown) {
        parts.preview().setVisible(!shown);
        stage.getChildren().remove(parts.welcome());
        if (shown) {
            stage.getChildren().add(parts.welcome());
        }
    }

    /// The preview fills the window, or goes back to its place.
    void showPreviewOnly(boolean only) {
        for (Node node : new Node[] {getTop(), getBottom()}) {
            node.setVisible(!only);
            node.setManaged(!only);
        }
        if (only) {
            setCenter(parts.preview());
        } else {
            StackPane stage = (StackPane) columns.getItems().getLast();
            setCenter(columns);
            stage.getChildren().addFirst(parts.preview());
        }
    }
}
