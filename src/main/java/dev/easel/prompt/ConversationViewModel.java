package dev.easel.prompt;

import dev.easel.project.Revision;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The conversation of the project that is open: a card for each run, oldest first. UI thread only.
public final class ConversationViewModel {
    private final ObservableList<RunCard> cards = FXCollections.observableArrayList();
    private final Consumer<String> tryAgain;
    private final Consumer<Revision> open;

    /// @param tryAgain takes the prompt of a run that failed
    /// @param open shows a revision
    public ConversationViewModel(Consumer<String> tryAgain, Consumer<Revision> open) {
        this.tryAgain = tryAgain;
        this.open = open;
    }

    /// Oldest first.
    public ObservableList<RunCard> cards() {
        return cards;
    }

    /// Shows another conversation instead.
    public void show(List<RunCard> conversation) {
        cards.setAll(conversation);
    }

    /// A run has begun.
    public void add(RunCard card) {
        cards.add(card);
    }

    /// Asks again what this run was asked.
    public void tryAgain(RunCard card) {
        tryAgain.accept(card.run().prompt());
    }

    /// Shows what this run made, if it made something.
    public void open(RunCard card) {
        card.revisionProperty().get().ifPresent(open);
    }
}
