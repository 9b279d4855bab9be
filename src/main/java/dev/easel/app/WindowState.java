package dev.easel.app;

import dev.easel.settings.Settings;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Takes the window's layout from the settings and back. UI thread only.
final class WindowState {
    private WindowState() {}

    static void restore(Settings settings, Stage stage, MainView view) {
        stage.setWidth(1440);
        stage.setHeight(900);
        if (settings.window.size() == 4 && isOnAScreen(settings.window)) {
            stage.setX(settings.window.get(0));
            stage.setY(settings.window.get(1));
            stage.setWidth(settings.window.get(2));
            stage.setHeight(settings.window.get(3));
        }
        stage.setMaximized(settings.maximized);
    }

    /// To be called when the window has its size: a split pane that grows later moves its dividers.
    static void restoreDividers(Settings settings, MainView view) {
        view.applyCss();
        view.layout();
        view.showDefaultLayout();
        dividers(view.rows(), settings.rows);
        dividers(view.columns(), settings.columns);
        view.showSidebar(settings.sidebar);
    }

    static void save(Settings settings, Stage stage, MainView view) {
        settings.maximized = stage.isMaximized();
        if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            settings.window =
                    List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
        settings.sidebar = view.isSidebarShown();
        settings.rows = list(view.rows());
        if (settings.sidebar) {
            settings.columns = list(view.columns());
        }
    }

    // The screen it stood on may be gone; a title bar out of reach cannot be dragged back.
    private static boolean isOnAScreen(List<Double> bounds) {
        Rectangle2D title =
                new Rectangle2D(bounds.get(0), bounds.get(1), Math.max(1, bounds.get(2)), 30);
        return bounds.get(2) >= 400
                && bounds.get(3) >= 300
                && Screen.getScreens().stream()
                        .anyMatch(s ->
                                s.getVisualBounds()
                                        .contains(title.getMinX() + 50, title.getMinY() + 5));
    }

    private static void dividers(SplitPane pane, List<Double> positions) {
        if (positions.size() == pane.getDividers().size()) {
            pane.setDividerPositions(positions.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static List<Double> list(SplitPane pane) {
        return Arrays.stream(pane.getDividerPositions()).boxed().toList();
    }
}
