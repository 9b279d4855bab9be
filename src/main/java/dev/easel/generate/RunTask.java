package dev.easel.generate;

import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Project;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import dev.easel.provider.ProviderException;
import dev.easel.text.Texts;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// One run, from prompt to stored end, on one thread.
final class RunTask implements Runnable {
    private static final Texts TEXTS = Texts.of(RunTask.class);

    private static final System.Logger LOG = System.getLogger(RunTask.class.getName());

    private final HistoryRepository history;
    private final PromptComposer composer;
    private final RunSpec spec;
    private final RunHandle handle;
    private final Consumer<RunEvent> listener;
    private final RunClock clock;
    private final ArtifactCollector collector = new ArtifactCollector();
    private final ArtifactParser parser = new ArtifactParser(this::found);
    private Optional<Throwable> failure = Optional.empty();
    private Optional<GenerateEvent.Finished> finished = Optional.empty();
    private Optional<Usage> counted = Optional.empty();
    private String modelVersion = "";
    private int asked;
    private boolean deaf;

    RunTask(
            HistoryRepository history,
            PromptComposer composer,
            RunSpec spec,
            RunHandle handle,
            Consumer<RunEvent> listener,
            RunClock clock) {
        this.history = history;
        this.composer = composer;
        this.spec = spec;
        this.handle = handle;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            RunEvent.Ended ended = storeAndRun();
            deaf = false;
            tell(ended);
            handle.ended(ended);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A run died", e);
            handle.died(e);
        }
    }

    private RunEvent.Ended storeAndRun() {
        Project project;
        Run run;
        try {
            Optional<Project> found = project();
            if (found.isEmpty()) {
                return refused(TEXTS.get("no-project"));
            }
            project = found.get();
            run =
                    history.startRun(
                            project.id(),
                            spec.provider().id(),
                            spec.model(),
                            spec.thinking(),
                            spec.prompt());
        } catch (HistoryException e) {
            return refused(TEXTS.get("not-stored", RunEnd.reason(e)));
        }
        handle.started(run.id());
        tell(new RunEvent.Started(project, run));
        return generate(run);
    }

    private Optional<Project> project() {
        return spec.projectId().isPresent()
                ? history.project(spec.projectId().get())
                : Optional.of(history.createProject(ProjectTitle.of(spec.prompt())));
    }

    private RunEvent.Ended generate(Run run) {
        RunLog log = new RunLog(history, run, text -> tell(new RunEvent.Warned(text)));
        Revisions revisions = new Revisions(List.of());
        try {
            revisions = new Revisions(history.revisions(run.projectId()));
            GenerateRequest request = request(run, revisions);
            clock.sent();
            spec.provider().generate(request, event -> receive(event, log), handle.cancellation());
        } catch (ProviderException | RuntimeException | Error e) {
            fail(e);
        }
        endParsing();
        return end(log, revisions);
    }

    private GenerateRequest request(Run run, Revisions revisions) {
        List<Run> earlier =
                history.runs(run.projectId()).stream()
                        .filter(r -> !r.id().equals(run.id()))
                        .toList();
        Message prompt = new Message(Message.Role.USER, spec.prompt(), spec.images());
        GenerateRequest request =
                composer.compose(
                        spec.model(), spec.thinking(), prompt, earlier, revisions.lastWhole());
        asked = request.system().length();
        asked += request.messages().stream().mapToInt(m -> m.text().length()).sum();
        return request;
    }

    private void receive(GenerateEvent event, RunLog log) {
        switch (event) {
            case GenerateEvent.Thought thought when thought.text().isEmpty() -> {}
            case GenerateEvent.Thought thought -> {
                clock.thought();
                log.thought(thought.text());
                tell(new RunEvent.Thought(thought.text()));
            }
            case GenerateEvent.Text text when text.text().isEmpty() -> {}
            case GenerateEvent.Text text -> {
                clock.text();
                log.reply(text.text());
                parser.accept(text.text());
            }
            case GenerateEvent.Answering answering -> {
                modelVersion = answering.modelVersion();
                tell(new RunEvent.Answering(modelVersion));
            }
            case GenerateEvent.Counted usage -> {
                counted = Optional.of(usage.usage());
                tell(new RunEvent.Counted(usage.usage()));
            }
            case GenerateEvent.Finished end -> finished = Optional.of(end);
        }
    }

    private void found(ArtifactEvent event) {
        collector.accept(event);
        tell(new RunEvent.Artifact(event));
    }

    /// A listener that throws hears no more but the end: its window is in an unknown state, and the
    /// model should not go on writing for nobody.
    private void tell(RunEvent event) {
        if (deaf) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The listener of a run failed; the run is stopped", e);
            deaf = true;
            failure = failure.or(() -> Optional.of(e));
            handle.cancellation().cancel();
        }
    }

    private void fail(Throwable cause) {
        if (!(cause instanceof ProviderException)) {
            LOG.log(Level.ERROR, "A run failed", cause);
        }
        failure = failure.or(() -> Optional.of(cause));
    }

    private void endParsing() {
        try {
            parser.finish();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private RunEvent.Ended end(RunLog log, Revisions revisions) {
        Artifact made = collector.artifact();
        RunEnd end =
                RunEnd.of(
                        new RunEnd.Seen(
                                handle.isCancelledByUser(),
                                failure,
                                finished,
                                log.hasReply(),
                                !made.isEmpty(),
                                collector.unfinished()));
        return log.end(
                end,
                modelVersion,
                counted.orElseGet(() -> estimate(log)),
                clock.timings(end.status() == RunStatus.COMPLETE),
                made.isEmpty() ? Optional.empty() : Optional.of(revisions.with(made)),
                revisions.nextNumber());
    }

    /// About four characters a token, when the server counted nothing.
    private Usage estimate(RunLog log) {
        return log.replyLength() + log.thoughtLength() == 0
                ? Usage.NONE
                : new Usage(asked / 4, 0, log.replyLength() / 4, log.thoughtLength() / 4, true);
    }

    /// Nothing was stored, so nothing is sent.
    private RunEvent.Ended refused(String message) {
        Run run =
                Run.begin(
                                UUID.randomUUID().toString(),
                                spec.projectId().orElse(""),
                                Instant.now(),
                                spec.provider().id(),
                                spec.model(),
                                spec.thinking(),
                                spec.prompt())
                        .end(RunStatus.FAILED, "", message, Usage.NONE, Timings.NONE);
        return new RunEvent.Ended(run, Optional.empty());
    }
}
