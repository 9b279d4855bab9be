package dev.easel.preview;

import dev.easel.preview.dialog.PageDialogs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Worker;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// The WebView in place, which is another one for another project, because its storage is its own.
/// A view that is replaced or emptied ends its page. UI thread.
final class ProjectViews {
    private final Path storage;
    private final PageView.Listener listener;
    private final PageDialogs dialogs;
    private final BiConsumer<PageView, Worker.State> loading;
    private final ReadOnlyObjectWrapper<@Nullable WebView> node = new ReadOnlyObjectWrapper<>();
    private @Nullable PageView view;

    /// @param storage holds one directory for each project
    /// @param dialogs no page is taken from a script that waits for one
    /// @param loading told how the loads of the view in place go
    ProjectViews(
            Path storage,
            PageView.Listener listener,
            PageDialogs dialogs,
            BiConsumer<PageView, Worker.State> loading) {
        this.storage = storage;
        this.listener = listener;
        this.dialogs = dialogs;
        this.loading = loading;
    }

    /// The view in place; empty before the first.
    Optional<PageView> current() {
        return Optional.ofNullable(view);
    }

    /// Puts the view of a project in place, if it is not there.
    PageView of(String projectId) {
        PageView old = view;
        if (old != null && old.projectId().equals(projectId)) {
            return old;
        }
        blank();
        PageView made = new PageView(projectId, storage.resolve(projectId), listener);
        view = made;
        made.node()
                .getEngine()
                .getLoadWorker()
                .stateProperty()
                .addListener((o, before, now) -> {
                    if (view == made) {
                        loading.accept(made, now);
                    }
                });
        node.set(made.node());
        return made;
    }

    /// Ends the page of the view in place.
    void blank() {
        current().ifPresent(ending -> dialogs.whenNoneWaits(ending::blank));
    }

    /// What is placed in a scene; null at first.
    ReadOnlyObjectProperty<@Nullable WebView> nodeProperty() {
        return node.getReadOnlyProperty();
    }
}
