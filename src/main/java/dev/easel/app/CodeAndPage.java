package dev.easel.app;

import dev.easel.editor.CodeViewModel;
import dev.easel.generate.ArtifactEvent;
import dev.easel.project.Artifact;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import org.jspecify.annotations.Nullable;

/// The two places in which a project is seen, kept in step: its code and its page. UI thread only.
record CodeAndPage(CodeViewModel code, PreviewPort preview) {
    /// Nothing is there; the first screen takes the page's place.
    void clear() {
        code.show(Artifact.EMPTY);
        preview.clear();
    }

    /// A run begins.
    ///
    /// @param seen what it changes and what stays on the screen meanwhile; null for a first page
    void begin(Project project, @Nullable Revision seen) {
        if (seen == null) {
            code.beginStream();
            preview.await(project);
        } else {
            code.beginChanges();
        }
    }

    /// A run has brought nothing to be seen.
    ///
    /// @param seen what was there before
    void restore(@Nullable Revision seen) {
        if (seen == null) {
            // The first screen has what the error may ask for: a key, a server, a sample.
            preview.clear();
        } else {
            code.show(seen.artifact());
        }
    }

    /// Brings the code of a run under way, whose project was not open.
    void follow(ActiveRun run) {
        code.beginStream();
        for (ProjectFile file : run.files().files()) {
            code.startFile(file.path());
            code.append(file.path(), file.text());
        }
    }

    /// Brings its page as well, as far as it is written.
    void await(ActiveRun run) {
        preview.await(run.project());
        for (ProjectFile file : run.files().files()) {
            preview.written(new ArtifactEvent.FileStarted(file.path()));
            preview.written(new ArtifactEvent.FileText(file.path(), file.text()));
        }
    }
}
