package dev.easel.app;

import dev.easel.generate.ArtifactEvent;
import dev.easel.preview.Preview;
import dev.easel.preview.draft.PageDraft;
import dev.easel.preview.sandbox.PageSource;
import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.text.Texts;
import java.util.function.Consumer;

/// Puts revisions, drafts or the first screen into the preview's place.
final class PreviewSwitch implements PreviewPort {
    private static final Texts TEXTS = Texts.of(PreviewSwitch.class);

    private final Preview preview;
    private final PageDraft draft;
    private final Consumer<Boolean> showWelcome;
    private boolean isClosed;

    /// @param showWelcome shows the first screen, or the preview
    PreviewSwitch(Preview preview, Consumer<Boolean> showWelcome) {
        this.preview = preview;
        this.showWelcome = showWelcome;
        draft = new PageDraft(preview);
    }

    /// Shows nothing from now on: the window goes away, and what a stopped run made is stored
    /// without it.
    void close() {
        isClosed = true;
    }

    @Override
    public void show(Project project, Revision revision) {
        if (isClosed) {
            return;
        }
        draft.end();
        showWelcome.accept(false);
        revision.artifact()
                .entry()
                .ifPresentOrElse(
                        entry ->
                                preview.show(
                                        project.id(),
                                        PageSource.of(revision.artifact()),
                                        entry.path()),
                        preview::stop);
    }

    @Override
    public void await(Project project) {
        preview.stop(TEXTS.get("preview.await"));
        showWelcome.accept(false);
        draft.begin(project.id());
    }

    @Override
    public void written(ArtifactEvent event) {
        switch (event) {
            case ArtifactEvent.FileStarted(String path) -> draft.start(path);
            case ArtifactEvent.FileText(String path, String text) -> draft.add(path, text);
            case ArtifactEvent.FileEnded(String path, boolean closed) -> draft.end(path);
            case ArtifactEvent.Prose prose -> {}
            case ArtifactEvent.EditsStarted started -> {}
            case ArtifactEvent.Edited edited -> {}
            case ArtifactEvent.BadEdit bad -> {}
            case ArtifactEvent.EditsEnded ended -> {}
        }
    }

    @Override
    public void clear() {
        draft.end();
        preview.stop();
        showWelcome.accept(true);
    }
}
