package dev.easel.generate;

import dev.easel.cost.Charges;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Attachment;
import dev.easel.project.Origin;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ProviderException;
import dev.easel.provider.Retries;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One call of a model whose prompt is stored: request, stream, stored end.
final class RunCall {
    private static final System.Logger LOG = System.getLogger(RunCall.class.getName());

    private final HistoryRepository history;
    private final PromptComposer composer;
    private final Charges charges;
    private final RunSpec spec;
    private final Run run;
    private final Revisions revisions;
    private final RunHandle handle;
    private final RunListener listener;
    private final RunClock clock;
    // Such a run makes no revision: its reply is for the prompt editor.
    private final boolean enhances;
    private final RunLog log;
    private final RunAttempts attempts;
    private final ArtifactParser parser = new ArtifactParser(this::found);
    private ArtifactCollector collector = new ArtifactCollector();
    private ReplyJoin join = new ReplyJoin("");
    private RunChain chain = RunChain.NONE;
    private List<Elision> elisions = List.of();
    private Optional<Throwable> failure = Optional.empty();
    private Optional<GenerateEvent.Finished> finished = Optional.empty();
    private Optional<Usage> counted = Optional.empty();
    private String modelVersion = "";
    private int asked;
    private boolean again;

    RunCall(
            HistoryRepository history,
            PromptComposer composer,
            Charges charges,
            RunSpec spec,
            Run run,
            Revisions revisions,
            RunHandle handle,
            RunListener listener,
            RunClock clock,
            Retries retries) {
        this.history = history;
        this.composer = composer;
        this.charges = charges;
        this.spec = spec;
        this.run = run;
        this.revisions = revisions;
        this.handle = handle;
        this.listener = listener;
        this.clock = clock;
        this.attempts = new RunAttempts(retries, handle, clock, this::tell);
        enhances = spec.origin().kind() == Origin.Kind.ENHANCE;
        this.log = new RunLog(history, run, text -> tell(new RunEvent.Warned(text)));
    }

    /// Calls the model; returns when everything is stored.
    RunEvent.Ended run() {
        try {
            GenerateRequest request = request();
            asked = characters(request);
            attempts.generate(spec.provider(), request, this::receive);
        } catch (ProviderException | RuntimeException | Error e) {
            fail(e);
        }
        endParsing();
        return end();
    }

    private static int characters(GenerateRequest request) {
        return request.system().length()
                + request.messages().stream().mapToInt(m -> m.text().length()).sum();
    }

    private GenerateRequest request() {
        List<Run> others =
                history.runs(run.projectId()).stream()
                        .filter(r -> !r.id().equals(run.id()))
                        .toList();
        boolean goesOn = spec.origin().kind().isSameExchange();
        chain = goesOn ? RunChain.endingWith(others, spec.origin().follows()) : RunChain.NONE;
        Guidance guidance = Guidance.of(history.projectSettings(run.projectId()));
        if (enhances) {
            return enhancement(guidance, others);
        }
        List<Attachment> images =
                chain.runs().isEmpty()
                        ? spec.images()
                        : history.images(chain.runs().getFirst().id());
        Exchange exchange = new Exchange(composer, spec, chain, guidance, images);
        PromptComposer.Composed composed =
                exchange.compose(revisions.ledTo(others), revisions.base());
        collector = new ArtifactCollector(revisions.files());
        tell(new RunEvent.Sends(composed.sent(), revisions.files()));
        repeat(exchange.broken());
        return composed.request();
    }

    private GenerateRequest enhancement(Guidance guidance, List<Run> others) {
        PromptComposer.Composed composed =
                Enhancement.request(
                        spec,
                        composer.system(),
                        guidance,
                        revisions.ledTo(others),
                        revisions.files(),
                        Exchange.images(spec.images()));
        tell(new RunEvent.Sends(composed.sent(), revisions.files()));
        return composed.request();
    }

    // The parser goes on from the state in which the broken reply left it.
    private void repeat(String broken) {
        join = new ReplyJoin(broken);
        again = true;
        parser.accept(join.kept());
        again = false;
    }

    private void timed(boolean first) {
        if (first) {
            tell(new RunEvent.Timed(clock.soFar()));
        }
    }

    private void receive(GenerateEvent event) {
        switch (event) {
            case GenerateEvent.Thought thought when thought.text().isEmpty() -> {}
            case GenerateEvent.Thought thought -> {
                boolean first = clock.thought();
                log.thought(thought.text());
                timed(first);
                tell(new RunEvent.Thought(thought.text()));
            }
            case GenerateEvent.Text text when text.text().isEmpty() -> {}
            case GenerateEvent.Text text -> {
                boolean first = clock.text();
                log.reply(text.text());
                timed(first);
                if (enhances) {
                    tell(new RunEvent.Artifact(new ArtifactEvent.Prose(text.text())));
                } else {
                    parser.accept(join.accept(text.text()));
                }
            }
            case GenerateEvent.Answering answering -> {
                modelVersion = answering.modelVersion();
                tell(new RunEvent.Answering(modelVersion));
            }
            case GenerateEvent.Counted usage -> {
                counted = Optional.of(usage.usage());
                tell(new RunEvent.Counted(usage.usage()));
            }
            case GenerateEvent.Adapted(String message) -> tell(new RunEvent.Adapted(message));
            case GenerateEvent.Finished end -> finished = Optional.of(end);
        }
    }

    private void found(ArtifactEvent event) {
        collector.accept(event);
        // What the earlier card says is not said again.
        if (!again || !(event instanceof ArtifactEvent.Prose)) {
            tell(new RunEvent.Artifact(event));
        }
    }

    private void tell(RunEvent event) {
        listener.tell(event);
    }

    private void fail(Throwable cause) {
        if (!(cause instanceof ProviderException)) {
            LOG.log(Level.ERROR, "A run failed", cause);
        }
        failure = failure.or(() -> Optional.of(cause));
    }

    private void endParsing() {
        try {
            parser.accept(join.finish());
            parser.finish();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private RunEvent.Ended end() {
        // All changes or none.
        Artifact made = collector.refused().isEmpty() ? collector.artifact() : Artifact.EMPTY;
        elisions = Elision.inFiles(collector.base(), collector.wholeFiles());
        elisions = elisions.isEmpty() ? collector.elisions() : elisions;
        RunEnd end =
                RunEnd.of(
                        new RunEnd.Seen(
                                handle.isCancelledByUser(),
                                listener.failure().or(() -> failure),
                                finished,
                                log.hasReply(),
                                !made.isEmpty() || enhances,
                                collector.unfinished(),
                                collector.refused(),
                                elisions));
        Usage usage = counted.orElseGet(this::estimate);
        RunResult result =
                new RunResult(
                        end.status(),
                        modelVersion,
                        end.message(),
                        usage,
                        clock.timings(end.status() == RunStatus.COMPLETE),
                        Math.max(1, attempts.count()),
                        charges.cost(run.provider(), run.model(), modelVersion, usage));
        return log.end(
                result,
                made.isEmpty() ? Optional.empty() : Optional.of(revisions.with(made)),
                revisions.nextNumber());
    }

    /// What Easel asks after this call by itself.
    ///
    /// @param ended this run as it was stored
    Optional<FollowUp> followUp(Run ended) {
        // Only a reply that the model had finished is judged; a broken one can be continued.
        if (ended.status() != RunStatus.FAILED || failure.isPresent()) {
            return Optional.empty();
        }
        List<Run> runs = new ArrayList<>(chain.runs());
        runs.add(ended);
        return FollowUp.after(new RunChain(runs), collector.refused(), elisions);
    }

    /// About four characters a token, when the server counted nothing.
    private Usage estimate() {
        return log.replyLength() + log.thoughtLength() == 0
                ? Usage.NONE
                : new Usage(
                        Tokens.of(asked), 0, log.replyLength() / 4, log.thoughtLength() / 4, true);
    }
}
