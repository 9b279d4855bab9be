package dev.easel.generate;

import dev.easel.cost.Charges;
import dev.easel.cost.LimitAnswer;
import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Asked;
import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.Retries;
import dev.easel.text.Texts;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A run and those that Easel starts after it by itself, from prompt to stored end, on one thread.
final class RunTask implements Runnable {
    private static final Texts TEXTS = Texts.of(RunTask.class);

    private static final System.Logger LOG = System.getLogger(RunTask.class.getName());

    private final HistoryRepository history;
    private final PromptComposer composer;
    private final RunSpec spec;
    private final RunHandle handle;
    private final LongSupplier nanoTime;
    private final Retries retries;
    private final RunListener listener;
    private final Charges charges;

    RunTask(
            HistoryRepository history,
            PromptComposer composer,
            RunSpec spec,
            RunHandle handle,
            Consumer<RunEvent> listener,
            LongSupplier nanoTime,
            Charges charges,
            Retries retries) {
        this.charges = charges;
        this.history = history;
        this.composer = composer;
        this.spec = spec;
        this.handle = handle;
        this.listener = new RunListener(listener, handle);
        this.nanoTime = nanoTime;
        this.retries = retries;
    }

    @Override
    public void run() {
        try {
            RunEvent.Ended ended = runs();
            listener.tellEnd(ended);
            handle.ended(ended);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A run died", e);
            handle.died(e);
        }
    }

    private RunEvent.Ended runs() {
        RunSpec next = spec;
        while (true) {
            Optional<Start> start;
            try {
                start = start(next);
            } catch (HistoryException e) {
                return refused(next, TEXTS.get("not-stored", RunEnd.reason(e)));
            }
            if (start.isEmpty()) {
                return refused(next, TEXTS.get("no-project"));
            }
            RunCall call = call(next, start.get());
            RunEvent.Ended ended = call.run();
            Optional<FollowUp> followUp =
                    handle.isCancelledByUser() ? Optional.empty() : call.followUp(ended.run());
            if (followUp.isEmpty()) {
                return ended;
            }
            Optional<String> against = against(next, ended.run());
            if (against.isPresent()) {
                Run told = tellLimit(ended.run(), against.get());
                return new RunEvent.Ended(told, ended.revision(), false);
            }
            listener.tell(new RunEvent.Ended(ended.run(), ended.revision(), true));
            next = next.following(ended.run(), followUp.get().kind(), followUp.get().prompt());
        }
    }

    // What Easel asks by itself stops at the limit; sent is what was sent before, and the reply.
    private Optional<String> against(RunSpec asked, Run ended) {
        Usage usage = ended.usage();
        try {
            return charges.check(
                                    asked.provider().id(),
                                    asked.model(),
                                    () -> usage.prompt() + usage.output())
                            instanceof LimitAnswer.Over over
                    ? Optional.of(TEXTS.get("day-limit", over.text()))
                    : Optional.empty();
        } catch (HistoryException e) {
            // What was spent cannot be read: then nothing more is spent unasked.
            return Optional.of(TEXTS.get("day-limit.unread", RunEnd.reason(e)));
        }
    }

    private Run tellLimit(Run ended, String against) {
        RunResult told =
                ended.result().with(ended.status(), (ended.message() + " " + against).strip());
        try {
            return history.finishRun(ended.id(), told);
        } catch (HistoryException e) {
            return ended.end(told);
        }
    }

    private record Start(Project project, Run run, Revisions revisions) {}

    private Optional<Start> start(RunSpec next) {
        Optional<Project> found =
                next.projectId().isPresent()
                        ? history.project(next.projectId().get())
                        : Optional.of(create(next));
        return found.map(project -> start(next, project));
    }

    private Project create(RunSpec next) {
        Project project = history.createProject(ProjectTitle.of(next.prompt()));
        next.guidance()
                .settings()
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        history.setProjectSetting(project.id(), name, value);
                    }
                });
        return project;
    }

    private Start start(RunSpec next, Project project) {
        List<Revision> all =
                next.projectId().isPresent() ? history.revisions(project.id()) : List.of();
        Revisions revisions = Revisions.of(all, next.base());
        Asked asked = asked(next, revisions.base().map(Revision::id).orElse(""));
        // What Easel asks after a reply has the images of the prompt that the user typed.
        boolean own = !next.origin().kind().isSameExchange();
        Run run = history.startRun(project.id(), asked, own ? next.images() : List.of());
        return new Start(project, run, revisions);
    }

    private static Asked asked(RunSpec spec, String base) {
        return new Asked(
                spec.provider().id(),
                spec.model(),
                spec.thinking(),
                spec.prompt(),
                spec.origin(),
                base);
    }

    private RunCall call(RunSpec next, Start start) {
        handle.started(start.run().id());
        listener.tell(new RunEvent.Started(start.project(), start.run()));
        return new RunCall(
                history,
                composer,
                charges,
                next,
                start.run(),
                start.revisions(),
                handle,
                listener,
                new RunClock(nanoTime),
                retries);
    }

    /// Nothing was stored, so nothing is sent.
    private static RunEvent.Ended refused(RunSpec spec, String message) {
        Run run =
                Run.begin(
                                UUID.randomUUID().toString(),
                                spec.projectId().orElse(""),
                                Instant.now(),
                                asked(spec, ""))
                        .end(RunResult.of(RunStatus.FAILED, message));
        return new RunEvent.Ended(run, Optional.empty(), false);
    }
}
