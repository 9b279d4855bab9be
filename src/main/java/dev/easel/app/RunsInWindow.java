package dev.easel.app;

import dev.easel.generate.ArtifactEvent;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import java.util.Optional;

/// How runs change what the window is about. UI thread only.
record RunsInWindow(MainViewModel main, CodeAndPage panes, SidebarPort sidebar)
        implements RunPanes.Window {
    @Override
    public boolean isOpen(Project of) {
        return main.isOpen(of);
    }

    @Override
    public boolean begun(Project of) {
        // A project that was opened while the run was being stored stays open.
        boolean here = main.projectProperty().get() == null || main.isOpen(of);
        if (here) {
            main.asking().adopt(of);
            main.opened(of);
            panes.begin(of, main.revisionProperty().get());
            main.asking().keepQueue();
        } else {
            sidebar.refresh();
        }
        main.showRunning();
        return here;
    }

    @Override
    public void written(ArtifactEvent event) {
        // What is there stays on the screen until it is replaced by something whole.
        if (main.revisionProperty().get() == null) {
            panes.preview().written(event);
        }
    }

    @Override
    public void ended(Optional<Revision> made) {
        Revision seen = main.revisionProperty().get();
        // The last whole revision is not replaced by a partial one: the preview goes on showing it.
        made.ifPresentOrElse(
                r -> {
                    if (!r.partial() || seen == null) {
                        main.openRevision(r);
                    }
                },
                () -> panes.restore(seen));
        main.changes().count();
    }

    @Override
    public void next(Project of) {
        main.starts().next(of);
    }

    @Override
    public void changed() {
        main.showRunning();
        sidebar.refresh();
    }

    @Override
    public void refused(Prompt asked) {
        main.prompt().refused(asked);
    }
}
