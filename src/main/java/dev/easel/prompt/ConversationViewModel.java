package dev.easel.prompt;

import dev.easel.generate.RunChain;
import dev.easel.project.Attachment;
import dev.easel.project.Origin;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The conversation of the project that is open: a card for each run, oldest first. UI thread only.
public final class ConversationViewModel {
    /// What the buttons of a card do.
    public interface Actions {
        /// Asks again what led to this card.
        void tryAgain(RunCard card);

        /// Begins the next attempt of the run of this card, which waits.
        void tryNow(RunCard card);

        /// Stops the run of this card.
        void stop(RunCard card);

        /// Goes on where the reply of this card broke off.
        void continueReply(RunCard card);

        /// Has the errors of this card's page repaired.
        void fix(RunCard card);

        /// Shows a revision.
        void open(Revision revision);

        /// Shows what a revision changed.
        void showChanges(Revision revision);

        /// Reads the images of a card's prompt.
        ///
        /// @param then told on the UI thread
        void images(RunCard card, Consumer<List<Attachment>> then);
    }

    private final ObservableList<RunCard> cards = FXCollections.observableArrayList();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty repairs = new SimpleBooleanProperty();
    private final Actions actions;

    public ConversationViewModel(Actions actions) {
        this.actions = actions;
    }

    /// Oldest first.
    public ObservableList<RunCard> cards() {
        return cards;
    }

    /// Whether a run is under way in this project.
    public BooleanProperty runningProperty() {
        return running;
    }

    /// Shows another conversation instead.
    public void show(List<RunCard> conversation) {
        cards.setAll(conversation);
    }

    /// A run has begun.
    public void add(RunCard card) {
        cards.add(card);
    }

    /// The revisions that the cards made, oldest first.
    public List<Revision> revisions() {
        return cards.stream().flatMap(card -> card.revisionProperty().get().stream()).toList();
    }

    /// The whole revision that another one changed; empty for the first.
    public Optional<Revision> before(Revision revision) {
        return cards.stream()
                .filter(c -> c.run().id().equals(revision.runId()))
                .findFirst()
                .flatMap(c -> revision(c.run().asked().base()));
    }

    /// The card of a run.
    public Optional<RunCard> card(String runId) {
        return cards.stream().filter(c -> c.run().id().equals(runId)).findFirst();
    }

    /// A revision that a card made.
    public Optional<Revision> revision(String id) {
        return revisions().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /// The card of what the user asked, for one that Easel asked after it.
    public Optional<RunCard> rootOf(RunCard card) {
        Optional<RunCard> at = Optional.of(card);
        while (at.isPresent() && at.get().run().origin().kind().isSameExchange()) {
            String follows = at.get().run().origin().follows();
            at = cards.stream().filter(c -> c.run().id().equals(follows)).findFirst();
        }
        return at;
    }

    /// The runs of the exchange that a card ends, oldest first; only its own when Easel asked
    /// nothing after the user, empty when another card ends it.
    public List<Run> exchangeUpTo(RunCard card) {
        boolean goesOn =
                cards.stream()
                        .map(RunCard::run)
                        .anyMatch(r ->
                                r.origin().kind().isSameExchange()
                                        && r.origin().follows().equals(card.run().id()));
        if (goesOn) {
            return List.of();
        }
        List<Run> runs = cards.stream().map(RunCard::run).toList();
        return RunChain.endingWith(runs, card.run().id()).runs();
    }

    /// Whether the reply of a card can be gone on with: it broke off, nothing came after it, and
    /// nothing runs.
    public boolean canContinue(RunCard card) {
        boolean broken =
                switch (card.run().status()) {
                    case PARTIAL, CANCELLED -> !card.run().reply().isBlank();
                    case COMPLETE, FAILED, RUNNING -> false;
                };
        return broken && !running.get() && !isEnhancement(card) && isLast(card);
    }

    // A better wording of the next prompt has nothing to do with the reply before it.
    private boolean isLast(RunCard card) {
        return cards.reversed().stream()
                .filter(c -> !isEnhancement(c))
                .findFirst()
                .filter(last -> last == card)
                .isPresent();
    }

    private static boolean isEnhancement(RunCard card) {
        return card.run().origin().kind() == Origin.Kind.ENHANCE;
    }

    /// Whether it makes sense to ask again.
    public boolean canTryAgain(RunCard card) {
        return card.run().status() != RunStatus.RUNNING && !running.get() && !isEnhancement(card);
    }

    /// Asks again what led to this card.
    public void tryAgain(RunCard card) {
        actions.tryAgain(card);
    }

    /// Has the errors of this card's page repaired.
    public void fix(RunCard card) {
        actions.fix(card);
    }

    /// Reads the images of a card's prompt.
    void images(RunCard card, Consumer<List<Attachment>> then) {
        actions.images(card, then);
    }

    /// Whether errors of pages are repaired without being asked; once a revision.
    public BooleanProperty repairsProperty() {
        return repairs;
    }

    /// Begins the next attempt of the run of this card, which waits.
    public void tryNow(RunCard card) {
        actions.tryNow(card);
    }

    /// Stops the run of this card.
    public void stop(RunCard card) {
        actions.stop(card);
    }

    /// Goes on where the reply of this card broke off.
    public void continueReply(RunCard card) {
        actions.continueReply(card);
    }

    /// Shows what this run made, if it made something.
    public void open(RunCard card) {
        card.revisionProperty().get().ifPresent(actions::open);
    }

    /// Shows what this run changed, if it made something.
    public void showChanges(RunCard card) {
        card.revisionProperty().get().ifPresent(actions::showChanges);
    }
}
