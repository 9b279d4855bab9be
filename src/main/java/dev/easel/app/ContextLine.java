package dev.easel.app;

import dev.easel.generate.RunService;
import dev.easel.generate.SentContext;
import dev.easel.generate.Tokens;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.prompt.PromptViewModel;
import dev.easel.prompt.RunCard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Keeps the line under the prompt true: what would be sent with it. Counting happens in the
/// background.
final class ContextLine {
    private final RunService service;
    private final ConversationViewModel conversation;
    private final ModelChooserViewModel chooser;
    private final PromptViewModel prompt;
    private final Supplier<Optional<String>> base;
    private final Executor background;
    private final Executor ui;
    private int asked;

    /// @param base id of the revision that the next run starts from; absent for the newest
    ContextLine(
            RunService service,
            ConversationViewModel conversation,
            ModelChooserViewModel chooser,
            PromptViewModel prompt,
            Supplier<Optional<String>> base,
            Executor background,
            Executor ui) {
        this.service = service;
        this.conversation = conversation;
        this.chooser = chooser;
        this.prompt = prompt;
        this.base = base;
        this.background = background;
        this.ui = ui;
    }

    /// Something was opened, begun or ended.
    void update() {
        int number = ++asked;
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
        String text = prompt.textProperty().get();
        int budget = Tokens.budget(chooser.inputLimit());
        background.execute(() -> {
            SentContext sent = service.preview(text, runs, all, from, budget);
            ui.execute(() -> {
                if (number == asked) {
                    prompt.contextProperty().set(Optional.of(sent));
                }
            });
        });
    }
}
