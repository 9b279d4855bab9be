package dev.easel.prompt;

import dev.easel.project.Prompt;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The prompts of the open project that wait for its run to end. UI thread only.
public final class QueueViewModel {
    private final ObservableList<Prompt> prompts = FXCollections.observableArrayList();
    private final Consumer<List<Prompt>> keep;
    private final Consumer<Prompt> edit;
    private Consumer<Prompt> send = prompt -> {};

    /// @param keep stores what waits now
    /// @param edit takes a prompt back into the editor
    public QueueViewModel(Consumer<List<Prompt>> keep, Consumer<Prompt> edit) {
        this.keep = keep;
        this.edit = edit;
    }

    /// The next first.
    public ObservableList<Prompt> prompts() {
        return prompts;
    }

    /// Shows what waits in another project.
    public void show(List<Prompt> waiting) {
        prompts.setAll(waiting);
    }

    /// Adds a prompt at the end.
    public void add(Prompt prompt) {
        prompts.add(prompt);
        kept();
    }

    /// Drops a prompt.
    public void remove(int index) {
        prompts.remove(index);
        kept();
    }

    /// Takes a prompt out, to be typed at.
    public void edit(int index) {
        Prompt prompt = prompts.remove(index);
        kept();
        edit.accept(prompt);
    }

    /// Takes the next one out, if it is still this one.
    public boolean takeIfNext(Prompt prompt) {
        boolean next = !prompts.isEmpty() && prompts.getFirst().equals(prompt);
        if (next) {
            prompts.removeFirst();
            kept();
        }
        return next;
    }

    /// @param action starts a prompt that waits, and takes it out when it begins
    public void setOnSend(Consumer<Prompt> action) {
        send = action;
    }

    /// Starts the next one: after a run that failed, the rest waits for the user's word.
    public void sendNext() {
        prompts.stream().findFirst().ifPresent(p -> send.accept(p));
    }

    private void kept() {
        keep.accept(List.copyOf(prompts));
    }
}
