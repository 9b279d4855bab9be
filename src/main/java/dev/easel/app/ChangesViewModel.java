package dev.easel.app;

import dev.easel.editor.DiffViewModel;
import dev.easel.editor.LineDiff;
import dev.easel.project.Artifact;
import dev.easel.project.FileChanges;
import dev.easel.project.Revision;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.RunCard;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What revisions changed: counted for their cards, and compared in the code's place. Comparing
/// happens in the background; everything else on the UI thread.
final class ChangesViewModel {
    private static final Texts TEXTS = Texts.of(ChangesViewModel.class);

    private final ConversationViewModel conversation;
    private final Executor background;
    private final Executor ui;
    private final DiffViewModel diff = new DiffViewModel();
    private @Nullable Revision asked;

    ChangesViewModel(ConversationViewModel conversation, Executor background, Executor ui) {
        this.conversation = conversation;
        this.background = background;
        this.ui = ui;
    }

    /// The comparison that is shown.
    DiffViewModel diff() {
        return diff;
    }

    /// Counts what the cards' revisions changed, the newest first, where it is not known yet.
    void count() {
        for (RunCard card : List.copyOf(conversation.cards()).reversed()) {
            Optional<Revision> made = card.revisionProperty().get();
            Optional<Revision> before = made.flatMap(conversation::before);
            if (before.isPresent() && card.changesProperty().get().isEmpty()) {
                count(card, before.get(), made.get());
            }
        }
    }

    private void count(RunCard card, Revision before, Revision now) {
        background.execute(() -> {
            List<FileChanges> counted =
                    LineDiff.between(before.artifact(), now.artifact()).stream()
                            .map(LineDiff::count)
                            .toList();
            ui.execute(() -> card.changed(counted));
        });
    }

    /// Compares a revision with the whole one before.
    void show(Revision now) {
        Optional<Revision> before = conversation.before(now);
        asked = now;
        background.execute(() -> {
            List<LineDiff> files =
                    LineDiff.between(
                            before.map(Revision::artifact).orElse(Artifact.EMPTY), now.artifact());
            ui.execute(() -> {
                if (asked == now) {
                    diff.show(title(before, now), files);
                }
            });
        });
    }

    private static String title(Optional<Revision> before, Revision now) {
        return before.map(b -> TEXTS.get("diff.title", b.number(), now.number()))
                .orElseGet(() -> TEXTS.get("diff.first", now.number()));
    }

    /// Shows the code again.
    void close() {
        asked = null;
        diff.close();
    }
}
