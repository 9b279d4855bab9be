package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.generate.RunService;
import dev.easel.generate.RunService.Outline;
import dev.easel.generate.SentContext;
import dev.easel.generate.Tokens;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.GuidanceViewModel;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RunCard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps the line under the prompt true: what would be sent with it. Counting happens in the
/// background.
final class ContextLine {
    // Long enough that nobody's typing is counted letter by letter.
    private static final long CALM_MILLIS = 700;
    // What happens at once, such as the end of a run that opens its revision, is counted once.
    private static final long TOGETHER_MILLIS = 20;

    private final RunService service;
    private final ConversationViewModel conversation;
    private final ModelChooserViewModel chooser;
    private final PromptViewModel prompt;
    private final GuidanceViewModel guidance;
    private final Supplier<Optional<String>> base;
    private final Executor background;
    private final Executor ui;
    // Both on the JavaFX thread: when nothing was typed for a moment, and after what goes on now.
    private final Executor later;
    private final Executor soon;
    private final TokenCounts counts;
    private int asked;
    private int typed;
    private boolean closed;

    /// @param base id of the revision that the next run starts from; absent for the newest
    ContextLine(
            RunService service,
            ConversationViewModel conversation,
            ModelChooserViewModel chooser,
            PromptViewModel prompt,
            GuidanceViewModel guidance,
            Supplier<Optional<String>> base,
            Executor background,
            Executor ui) {
        this.service = service;
        this.conversation = conversation;
        this.chooser = chooser;
        this.prompt = prompt;
        this.guidance = guidance;
        this.base = base;
        this.background = background;
        this.ui = ui;
        later = CompletableFuture.delayedExecutor(CALM_MILLIS, TimeUnit.MILLISECONDS, ui);
        soon = CompletableFuture.delayedExecutor(TOGETHER_MILLIS, TimeUnit.MILLISECONDS, ui);
        counts = new TokenCounts(background, ui);
        prompt.textProperty().addListener(o -> typed());
    }

    /// The window closes: nothing more is counted.
    void close() {
        closed = true;
    }

    private void typed() {
        int number = ++typed;
        later.execute(() -> {
            if (number == typed && !closed) {
                update();
            }
        });
    }

    /// Something was opened, begun or ended, or something else will be sent.
    void update() {
        int number = ++asked;
        soon.execute(() -> {
            if (number == asked && !closed) {
                outline(number);
            }
        });
    }

    private void outline(int number) {
        List<Run> runs =
                conversation.cards().stream()
                        .map(RunCard::run)
                        .filter(r -> r.status() != RunStatus.RUNNING)
                        .toList();
        if (runs.isEmpty()) {
            prompt.contextProperty().set(Optional.empty());
            return;
        }
        List<Revision> all = conversation.revisions();
        Optional<String> from = base.get();
        Prompt typed = new Prompt(prompt.textProperty().get(), prompt.images().images());
        Guidance told = guidance.guidanceProperty().get();
        int budget = Tokens.budget(chooser.inputLimit());
        background.execute(() -> {
            Outline outline = service.outline(typed, told, runs, all, from, budget);
            ui.execute(() -> {
                if (number == asked) {
                    prompt.contextProperty().set(Optional.of(outline.sent()));
                    later.execute(() -> count(outline, number));
                }
            });
        });
    }

    // A prompt that is on its way is counted by the run itself.
    private void count(Outline outline, int number) {
        String model = chooser.modelProperty().get().strip();
        if (closed || number != asked || conversation.runningProperty().get() || model.isEmpty()) {
            return;
        }
        counts.count(
                chooser.providerProperty().get(),
                outline.requestTo(model),
                tokens -> {
                    if (number == asked) {
                        SentContext exact = outline.sent().counted(tokens);
                        prompt.contextProperty().set(Optional.of(exact));
                    }
                });
    }
}
