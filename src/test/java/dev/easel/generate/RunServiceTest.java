package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.history.InMemoryHistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.Message;
import dev.easel.provider.ProviderException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunServiceTest {
    private static final String PAGE = "<!DOCTYPE html>\n<html>\n</html>\n";
    private static final String REPLY = "Here.\n```html index.html\n" + PAGE + "```\n";

    private final List<String> journal = new ArrayList<>();
    private final List<RunEvent> events = new ArrayList<>();
    private final InMemoryHistoryRepository history =
            new InMemoryHistoryRepository(
                    InstantSource.system(), entry -> journal.add("stored " + entry));
    private final PromptComposer composer =
            new PromptComposer(
                    new SystemPrompt(
                            "system", () -> new PreviewFacts(List.of(), List.of(), List.of())));
    private final AtomicLong millis = new AtomicLong();
    private final ScriptedProvider provider = new ScriptedProvider();

    private RunService service(Executor executor) {
        return new RunService(history, composer, executor, () -> millis.get() * 1_000_000);
    }

    private RunEvent.Ended run(String prompt) throws InterruptedException {
        return run(RunSpec.fresh(provider, "m", "high", prompt), events::add);
    }

    private RunEvent.Ended run(RunSpec spec, Consumer<RunEvent> listener)
            throws InterruptedException {
        return service(Runnable::run).start(spec, listener).await();
    }

    private Revision onlyRevision() {
        assertThat(history.revisions(onlyProject())).hasSize(1);
        return history.revisions(onlyProject()).getFirst();
    }

    private String onlyProject() {
        assertThat(history.projects()).hasSize(1);
        return history.projects().getFirst().id();
    }

    private Run onlyRun() {
        assertThat(history.runs(onlyProject())).hasSize(1);
        return history.runs(onlyProject()).getFirst();
    }

    private String shown() {
        return events.stream()
                .filter(RunEvent.Artifact.class::isInstance)
                .map(e -> ((RunEvent.Artifact) e).event())
                .map(e ->
                        switch (e) {
                            case ArtifactEvent.Prose p -> p.text();
                            case ArtifactEvent.FileText t -> t.text();
                            case ArtifactEvent.FileStarted s -> "";
                            case ArtifactEvent.FileEnded x -> "";
                            case ArtifactEvent.EditsStarted s -> "";
                            case ArtifactEvent.Edited x -> x.edit().replace();
                            case ArtifactEvent.BadEdit b -> "";
                            case ArtifactEvent.EditsEnded x -> "";
                        })
                .collect(Collectors.joining());
    }

    @Test
    void aWholeReplyBecomesARevision() throws InterruptedException {
        provider.thinks("Hm.").says(REPLY).stops();
        RunEvent.Ended ended = run("Create a red page.");
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(ended.run().message()).isEmpty();
        assertThat(ended.run()).isEqualTo(onlyRun());
        assertThat(ended.run().thoughts()).isEqualTo("Hm.");
        assertThat(ended.run().reply()).isEqualTo(REPLY);
        assertThat(ended.revision()).contains(onlyRevision());
        assertThat(onlyRevision().partial()).isFalse();
        assertThat(onlyRevision().artifact().files())
                .containsExactly(new ProjectFile("index.html", PAGE));
        assertThat(history.projects().getFirst().title()).isEqualTo("Red page");
    }

    @Test
    void everythingIsStoredBeforeItIsSentOrShown() throws InterruptedException {
        provider.then((sink, c) -> journal.add("asked"))
                .thinks("Hm.")
                .says("Hi.\n```css style.css\n")
                .says("a {}\n```\n")
                .stops();
        run(
                RunSpec.fresh(provider, "m", "", "page"),
                event -> journal.add("shown " + event.getClass().getSimpleName()));
        assertThat(journal)
                .containsExactly(
                        "stored project",
                        "stored prompt page",
                        "shown Started",
                        "shown Sends",
                        "asked",
                        "stored thought Hm.",
                        "shown Timed",
                        "shown Thought",
                        "stored reply Hi.\n```css style.css\n",
                        "shown Timed",
                        "shown Artifact",
                        "stored reply a {}\n```\n",
                        "shown Artifact",
                        "shown Artifact",
                        "shown Artifact",
                        "stored revision",
                        "stored finish COMPLETE",
                        "shown Ended");
    }

    @Test
    void theRequestCarriesModelThinkingAndImages() throws InterruptedException {
        provider.says(REPLY).stops();
        var image =
                new Attachment(
                        new ImageNote("a.png", "image/png", 1, 1, 1, new byte[1]), new byte[] {1});
        run(
                new RunSpec(provider, "m", "high", "like this", Optional.empty(), List.of(image)),
                events::add);
        assertThat(provider.requests.getFirst().model()).isEqualTo("m");
        assertThat(provider.requests.getFirst().thinking()).isEqualTo("high");
        assertThat(provider.requests.getFirst().messages().getLast())
                .usingRecursiveComparison()
                .isEqualTo(
                        new Message(
                                Message.Role.USER,
                                "like this",
                                List.of(new Message.Image("image/png", new byte[] {1}))));
        assertThat(history.images(history.runs(onlyProject()).getFirst().id()))
                .containsExactly(image);
    }

    @Test
    void aFollowUpKeepsTheFilesThatTheReplyDoesNotGive() throws InterruptedException {
        provider.says(REPLY).stops();
        run("page");
        var second = new ScriptedProvider().says("```css style.css\na {}\n```\n").stops();
        RunEvent.Ended ended =
                run(
                        new RunSpec(
                                second, "m", "", "style it", Optional.of(onlyProject()), List.of()),
                        events::add);
        assertThat(ended.revision().orElseThrow().number()).isEqualTo(2);
        assertThat(ended.revision().orElseThrow().artifact().files())
                .containsExactly(
                        new ProjectFile("index.html", PAGE),
                        new ProjectFile("style.css", "a {}\n"));
        assertThat(second.requests.getFirst().messages())
                .extracting(Message::role)
                .containsExactly(Message.Role.USER, Message.Role.MODEL, Message.Role.USER);
    }

    @Test
    void timesCountFromTheRequest() throws InterruptedException {
        millis.set(1000);
        provider.then((s, c) -> millis.addAndGet(300))
                .thinks("Hm.")
                .then((s, c) -> millis.addAndGet(200))
                .says(REPLY)
                .then((s, c) -> millis.addAndGet(400))
                .says("Bye.")
                .then((s, c) -> millis.addAndGet(90))
                .stops();
        assertThat(run("page").run().timings()).isEqualTo(new Timings(300, 500, 900));
        assertThat(events)
                .contains(
                        new RunEvent.Timed(new Timings(300, -1, -1)),
                        new RunEvent.Timed(new Timings(300, 500, -1)));
    }

    @Test
    void countsAndTheAnsweringModelAreTheServers() throws InterruptedException {
        Usage usage = new Usage(10, 2, 30, 4, false);
        provider.sends(new GenerateEvent.Answering("m-2"))
                .says(REPLY)
                .sends(new GenerateEvent.Counted(new Usage(10, 0, 1, 0, false)))
                .sends(new GenerateEvent.Counted(usage))
                .stops();
        Run run = run("page").run();
        assertThat(run.usage()).isEqualTo(usage);
        assertThat(run.modelVersion()).isEqualTo("m-2");
        assertThat(events).contains(new RunEvent.Answering("m-2"), new RunEvent.Counted(usage));
    }

    @Test
    void withoutCountsTokensAreEstimated() throws InterruptedException {
        provider.says("x".repeat(4000)).says("\n" + REPLY).stops();
        Usage usage = run("page").run().usage();
        assertThat(usage.estimated()).isTrue();
        assertThat(usage.output()).isBetween(1000, 1030);
        assertThat(usage.prompt()).isPositive();
    }

    @Test
    void aStreamWithoutAFinishIsPartial() throws InterruptedException {
        provider.says(REPLY);
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message()).contains("before the model said that it was done");
        assertThat(onlyRevision().partial()).isTrue();
    }

    @Test
    void theOutputLimitMakesARunPartial() throws InterruptedException {
        provider.says("```html index.html\n<!DOCTYPE html>\n<bo").finishes(FinishReason.MAX_TOKENS);
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message()).contains("longest reply").contains("MAX_TOKENS");
        assertThat(onlyRevision().artifact().files().getFirst().text())
                .isEqualTo("<!DOCTYPE html>\n<bo");
        assertThat(onlyRevision().partial()).isTrue();
    }

    @Test
    void theOutputLimitSpentOnThinkingFails() throws InterruptedException {
        provider.thinks("Hm").finishes(FinishReason.MAX_TOKENS);
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.run().message()).contains("thinking level");
        assertThat(ended.run().thoughts()).isEqualTo("Hm");
        assertThat(ended.revision()).isEmpty();
    }

    @Test
    void anOpenFenceMakesARunPartial() throws InterruptedException {
        provider.says("```js app.js\nlet a = ").stops();
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message()).contains("in the middle of app.js");
        assertThat(onlyRevision().partial()).isTrue();
    }

    @Test
    void aDocumentWithoutItsEndMakesARunPartial() throws InterruptedException {
        provider.says("```html index.html\n<!DOCTYPE html>\n<body>\n```\n").stops();
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message()).contains("index.html is not complete");
    }

    @Test
    void aDocumentThatEndsWithoutAFenceIsComplete() throws InterruptedException {
        provider.says("```html index.html\n" + PAGE).stops();
        assertThat(run("page").run().status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aStreamThatBreaksKeepsWhatCame() throws InterruptedException {
        provider.says("```html index.html\n<p>")
                .fails(ProviderException.Kind.BROKEN_STREAM, "The connection was lost.");
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message())
                .isEqualTo("The reply broke off. The connection was lost.");
        assertThat(onlyRevision().artifact().files())
                .containsExactly(new ProjectFile("index.html", "<p>"));
    }

    @Test
    void aPartialRevisionIsNotWhatTheNextRunContinues() throws InterruptedException {
        provider.says(REPLY).stops();
        run("page");
        var cut = new ScriptedProvider().says("```html index.html\n<p>cut");
        run(new RunSpec(cut, "m", "", "more", Optional.of(onlyProject()), List.of()), events::add);
        var third = new ScriptedProvider().says(REPLY).stops();
        run(
                new RunSpec(third, "m", "", "again", Optional.of(onlyProject()), List.of()),
                events::add);
        List<Message> messages = third.requests.getFirst().messages();
        assertThat(messages.get(1).text()).contains(PAGE).doesNotContain("cut");
        assertThat(messages.get(2).text()).isEqualTo("more");
        assertThat(messages.getLast().text()).isEqualTo("again");
    }

    @Test
    void aFailureBeforeAnythingCameIsTheProvidersMessage() throws InterruptedException {
        provider.fails(
                ProviderException.Kind.KEY, "The key was refused. Check it in the settings.");
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.run().message())
                .isEqualTo("The key was refused. Check it in the settings.");
        assertThat(ended.run().prompt()).isEqualTo("page");
        assertThat(ended.revision()).isEmpty();
    }

    @Test
    void anEmptyReplyFails() throws InterruptedException {
        provider.says(" \n").stops();
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.run().message()).contains("empty reply");
    }

    @Test
    void aReplyWithoutCodeFailsAndIsKept() throws InterruptedException {
        provider.says("Which colour?").stops();
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.run().message()).contains("answered without code");
        assertThat(ended.run().reply()).isEqualTo("Which colour?");
        assertThat(shown()).isEqualTo("Which colour?");
    }

    @Test
    void aBlockedReplyFails() throws InterruptedException {
        provider.sends(new GenerateEvent.Finished(FinishReason.BLOCKED, "SAFETY"));
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.run().message()).contains("SAFETY");
    }

    @Test
    void aFailureOfOurOwnKeepsWhatCame() throws InterruptedException {
        provider.says(REPLY)
                .then((s, c) -> {
                    throw new IllegalStateException("oops");
                });
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message()).contains("mistake of its own").contains("oops");
        assertThat(ended.revision()).isPresent();
    }

    @Test
    @Timeout(30)
    void cancelEndsAWaitingRunAndKeepsWhatCame() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        provider.says("```html index.html\n<p>half</p>\n")
                .then((sink, cancellation) -> {
                    cancellation.onCancel(cancelled::countDown);
                    waiting.countDown();
                    awaitLatch(cancelled);
                    cancellation.check();
                });
        RunEvent.Ended ended;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            RunHandle handle =
                    service(executor).start(RunSpec.fresh(provider, "m", "", "page"), events::add);
            waiting.await();
            assertThat(handle.runId()).contains(onlyRun().id());
            assertThat(handle.isOver()).isFalse();
            handle.cancel();
            ended = handle.await();
        }
        assertThat(ended.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(ended.run().message()).isEqualTo("You stopped this run.");
        assertThat(onlyRevision().partial()).isTrue();
        assertThat(onlyRevision().artifact().files())
                .containsExactly(new ProjectFile("index.html", "<p>half</p>\n"));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancelAfterTheEndChangesNothing() throws InterruptedException {
        provider.says(REPLY).stops();
        RunHandle handle =
                service(Runnable::run).start(RunSpec.fresh(provider, "m", "", "page"), events::add);
        handle.cancel();
        assertThat(handle.await().run().status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aDiskThatFillsUpCostsNothingThatArrives() throws InterruptedException {
        provider.says("Here.\n```html index.html\n")
                .then((s, c) -> history.full(true))
                .says(PAGE)
                .says("```\n")
                .stops();
        RunEvent.Ended ended = run("page");
        assertThat(shown()).isEqualTo("Here.\n" + PAGE);
        assertThat(events).filteredOn(RunEvent.Warned.class::isInstance).hasSize(1);
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(ended.run().reply()).isEqualTo(REPLY);
        assertThat(ended.run().message()).contains("could not be saved").contains("disk is full");
        assertThat(ended.revision().orElseThrow().artifact().files())
                .containsExactly(new ProjectFile("index.html", PAGE));
    }

    @Test
    void whatCouldNotBeSavedIsSavedAtTheEnd() throws InterruptedException {
        provider.says("Here.\n```html index.html\n")
                .then((s, c) -> history.full(true))
                .says(PAGE)
                .then((s, c) -> history.full(false))
                .says("```\n")
                .stops();
        RunEvent.Ended ended = run("page");
        assertThat(ended.run()).isEqualTo(onlyRun());
        assertThat(ended.run().reply()).isEqualTo(REPLY);
        assertThat(ended.run().message()).isEmpty();
    }

    @Test
    void aPromptThatCannotBeStoredIsNotSent() throws InterruptedException {
        history.full(true);
        provider.says(REPLY).stops();
        RunEvent.Ended ended = run("page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.run().message()).contains("nothing was sent").contains("disk is full");
        assertThat(ended.run().prompt()).isEqualTo("page");
        assertThat(provider.requests).isEmpty();
        assertThat(events).containsExactly(ended);
    }

    @Test
    void aDeletedProjectIsNotSentTo() throws InterruptedException {
        RunEvent.Ended ended =
                run(
                        new RunSpec(provider, "m", "", "page", Optional.of("gone"), List.of()),
                        events::add);
        assertThat(ended.run().message()).contains("no longer in the history");
        assertThat(provider.requests).isEmpty();
    }

    @Test
    void aListenerThatThrowsStopsTheRunWithEverythingStored() throws InterruptedException {
        provider.says("```html index.html\n<p>").says("never sent").stops();
        List<String> heard = new ArrayList<>();
        RunEvent.Ended ended =
                run(
                        RunSpec.fresh(provider, "m", "", "page"),
                        event -> {
                            heard.add(event.getClass().getSimpleName());
                            if (event instanceof RunEvent.Artifact) {
                                throw new IllegalStateException("view is gone");
                            }
                        });
        assertThat(heard).containsExactly("Started", "Sends", "Timed", "Artifact", "Ended");
        assertThat(ended.run().status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.run().message()).contains("view is gone");
        assertThat(onlyRun().reply()).isEqualTo("```html index.html\n<p>");
        assertThat(onlyRevision().partial()).isTrue();
    }

    @Test
    void twoMegabytesInSmallChunksArriveWhole() throws InterruptedException {
        String line = "<p>a line of a long page, number one of very many</p>\n";
        String page = "<!DOCTYPE html>\n<html>\n" + line.repeat(40_000) + "</html>\n";
        String reply = "```html index.html\n" + page + "```\n";
        for (int i = 0; i < reply.length(); i += 2048) {
            provider.says(reply.substring(i, Math.min(reply.length(), i + 2048)));
        }
        provider.stops();
        RunEvent.Ended ended = run("long page");
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(ended.run().reply()).isEqualTo(reply);
        assertThat(onlyRevision().artifact())
                .isEqualTo(new Artifact(List.of(new ProjectFile("index.html", page))));
        assertThat(shown()).isEqualTo(page);
    }
}
