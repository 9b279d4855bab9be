package dev.easel.generate;

import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Origin;
import dev.easel.project.Run;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// The start-up step after a crash: turns what had arrived of interrupted runs into partial
/// revisions. Blocking; not for the UI thread.
public final class InterruptedRuns {
    private static final System.Logger LOG = System.getLogger(InterruptedRuns.class.getName());

    private final HistoryRepository history;

    public InterruptedRuns(HistoryRepository history) {
        this.history = history;
    }

    /// Call once, before the first run starts.
    ///
    /// @return the runs that had been interrupted
    /// @throws HistoryException if the history cannot be read; a revision that cannot be added is
    ///   only logged, because its run keeps the reply
    public List<Run> recover() {
        List<Run> interrupted = history.recoverInterrupted();
        interrupted.stream()
                .filter(r -> r.origin().kind() != Origin.Kind.ENHANCE)
                .forEach(this::keepFiles);
        return interrupted;
    }

    private void keepFiles(Run run) {
        try {
            Revisions revisions =
                    Revisions.of(
                            history.revisions(run.projectId()), Optional.of(run.asked().base()));
            ArtifactCollector collector = new ArtifactCollector(revisions.files());
            ArtifactParser parser = new ArtifactParser(collector::accept);
            parser.accept(RunChain.endingWith(history.runs(run.projectId()), run.id()).reply());
            parser.finish();
            Artifact made = collector.artifact();
            if (made.isEmpty()) {
                return;
            }
            // The process may have died between storing the revision and the run's end.
            if (!revisions.hasOneOf(run.id())) {
                history.addRevision(run.projectId(), run.id(), true, revisions.with(made));
            }
        } catch (HistoryException e) {
            LOG.log(Level.WARNING, "The files of an interrupted run could not be kept", e);
        }
    }
}
