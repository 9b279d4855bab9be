package dev.easel.app;

import dev.easel.generate.PageError;
import dev.easel.project.Revision;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.RunCard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Errors of pages: shown in the card of the revision, and repaired when the user asks or has
/// allowed it. By itself Easel tries once for each revision, and never for an error that it has
/// tried to repair before. UI thread only.
final class Repairs {
    /// Starts the runs.
    interface Runs {
        /// The user asks for it.
        void repair(Revision of, List<PageError> errors);

        /// Easel repairs by itself, if it may; else the card says why not.
        void repairAlone(RunCard card, Revision of, List<PageError> errors);
    }

    private final ConversationViewModel conversation;
    private final Runs runs;
    private final Set<String> revisions = new HashSet<>();
    private final Set<String> errors = new HashSet<>();

    Repairs(ConversationViewModel conversation, Runs runs) {
        this.conversation = conversation;
        this.runs = runs;
    }

    /// The page of a revision has reported these errors.
    void reported(Revision revision, List<PageError> reported) {
        Optional<RunCard> card = cardOf(revision);
        if (card.isEmpty() || reported.isEmpty()) {
            return;
        }
        card.get().pageErrors(reported);
        boolean last = conversation.revisions().getLast().id().equals(revision.id());
        boolean again = reported.stream().map(e -> key(revision, e)).anyMatch(errors::contains);
        boolean mayStart =
                conversation.repairsProperty().get() && !conversation.runningProperty().get();
        if (last && mayStart && !again && !revisions.contains(revision.id())) {
            tried(revision, reported);
            runs.repairAlone(card.get(), revision, reported);
        }
    }

    private Optional<RunCard> cardOf(Revision revision) {
        return conversation.cards().stream()
                .filter(c ->
                        c.revisionProperty()
                                .get()
                                .filter(r -> r.id().equals(revision.id()))
                                .isPresent())
                .findFirst();
    }

    /// The user asks for it.
    void fix(RunCard card) {
        card.revisionProperty()
                .get()
                .ifPresent(r -> {
                    List<PageError> reported = card.errorsProperty().get();
                    tried(r, reported);
                    runs.repair(r, reported);
                });
    }

    private void tried(Revision revision, List<PageError> reported) {
        revisions.add(revision.id());
        reported.forEach(e -> errors.add(key(revision, e)));
    }

    // The same words in another project are another error.
    private static String key(Revision revision, PageError error) {
        return revision.projectId() + "\n" + error.signature();
    }
}
