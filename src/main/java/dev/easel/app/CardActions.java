package dev.easel.app;

import dev.easel.project.Attachment;
import dev.easel.project.Revision;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.RunCard;
import java.util.List;
import java.util.function.Consumer;

/// What the buttons of a card do.
final class CardActions implements ConversationViewModel.Actions {
    private final MainViewModel main;

    CardActions(MainViewModel main) {
        this.main = main;
    }

    @Override
    public void tryAgain(RunCard card) {
        main.conversation().rootOf(card).ifPresent(root -> main.starts().again(root.run()));
    }

    @Override
    public void tryNow(RunCard card) {
        main.tryNow();
    }

    @Override
    public void stop(RunCard card) {
        main.stop();
    }

    @Override
    public void continueReply(RunCard card) {
        main.starts().goOn(card);
    }

    @Override
    public void fix(RunCard card) {
        main.fix(card);
    }

    @Override
    public void open(Revision revision) {
        main.openRevision(revision);
    }

    @Override
    public void images(RunCard card, Consumer<List<Attachment>> then) {
        main.asking().images().of(card.run().id(), then);
    }

    @Override
    public void showChanges(Revision revision) {
        main.openRevision(revision);
        main.changes().show(revision);
    }
}
