package dev.easel.prompt;

import dev.easel.generate.PageError;
import dev.easel.generate.SentContext;
import dev.easel.project.FileChanges;
import dev.easel.project.ImageNote;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.provider.Retry;
import dev.easel.ui.GrowingText;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One run in the conversation: what was asked, thought and answered, as it grows. UI thread only.
public final class RunCard {
    private final ReadOnlyObjectWrapper<Run> run;
    private final ReadOnlyObjectWrapper<Optional<Revision>> revision;
    private final GrowingText thoughts = new GrowingText();
    private final GrowingText prose = new GrowingText();
    private final ReadOnlyObjectWrapper<Optional<SentContext>> sent =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PageError>> errors =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Retry>> retry =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final List<ImageNote> images;
    private final ReadOnlyStringWrapper stopped = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<FileChanges>> changes =
            new ReadOnlyObjectWrapper<>(List.of());

    /// @param run its texts are taken as they are; a run under way has none yet
    /// @param prose the reply without its files
    /// @param revision what it made, if anything
    public RunCard(Run run, String prose, Optional<Revision> revision) {
        this(run, prose, revision, List.of());
    }

    /// @param images that went along with the prompt
    public RunCard(Run run, String prose, Optional<Revision> revision, List<ImageNote> images) {
        this.images = List.copyOf(images);
        this.run = new ReadOnlyObjectWrapper<>(run);
        this.revision = new ReadOnlyObjectWrapper<>(revision);
        this.thoughts.append(run.thoughts());
        this.prose.append(prose);
    }

    /// As stored when it began, and again when it has ended.
    public ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    public Run run() {
        return run.get();
    }

    /// What the run made, if anything.
    public ReadOnlyObjectProperty<Optional<Revision>> revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public GrowingText thoughts() {
        return thoughts;
    }

    /// What went along with the prompt.
    public List<ImageNote> images() {
        return images;
    }

    /// The reply without its files.
    public GrowingText prose() {
        return prose;
    }

    /// What went to the model; known for runs of this session.
    public ReadOnlyObjectProperty<Optional<SentContext>> sentProperty() {
        return sent.getReadOnlyProperty();
    }

    public void sends(SentContext context) {
        sent.set(Optional.of(context));
    }

    /// What the run changed in files that were there before; empty until it was counted.
    public ReadOnlyObjectProperty<List<FileChanges>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public void changed(List<FileChanges> counted) {
        changes.set(List.copyOf(counted));
    }

    /// Errors that the page of this revision reported; empty for none so far.
    public ReadOnlyObjectProperty<List<PageError>> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    public void pageErrors(List<PageError> reported) {
        errors.set(List.copyOf(reported));
    }

    /// The attempt that is waited for; empty when none is.
    public ReadOnlyObjectProperty<Optional<Retry>> retryProperty() {
        return retry.getReadOnlyProperty();
    }

    /// Another attempt follows, or, if empty, has begun to answer.
    public void retrying(Optional<Retry> next) {
        retry.set(next);
    }

    /// What was asked for otherwise than the user wished; empty for nothing.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public void adapted(String message) {
        note.set(message);
    }

    /// Why Easel did not repair the errors by itself, though it may; empty for no reason.
    public ReadOnlyStringProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    public void stopped(String why) {
        stopped.set(why);
    }

    /// Shows what is known before the run has ended.
    ///
    /// @param more makes the result so far into the one that is known now
    public void soFar(UnaryOperator<RunResult> more) {
        run.set(run.get().end(more.apply(run.get().result())));
    }

    /// Shows how the run ended.
    ///
    /// @param ended as stored, with all its texts
    /// @param made what it made, if anything
    public void ended(Run ended, Optional<Revision> made) {
        retry.set(Optional.empty());
        revision.set(made);
        run.set(ended);
    }
}
