package dev.easel.prompt;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The prompts of the open project that wait for its run to end. UI thread only.
public final class QueueViewModel {
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final Consumer<List<String>> keep;
    private final Consumer<String> edit;

    /// @param keep stores what waits now
    /// @param edit takes a prompt back into the editor
    public QueueViewModel(Consumer<List<String>> keep, Consumer<String> edit) {
        this.keep = keep;
        this.edit = edit;
    }

    /// The next first.
    public ObservableList<String> prompts() {
        return prompts;
    }

    /// Shows what waits in another project.
    public void show(List<String> waiting) {
        prompts.setAll(waiting);
    }

    /// Adds a prompt at the end.
    public void add(String prompt) {
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
        String prompt = prompts.remove(index);
        kept();
        edit.accept(prompt);
    }

    /// Takes the next one out, if it is still this one.
    public boolean takeIfNext(String prompt) {
        boolean next = !prompts.isEmpty() && prompts.getFirst().equals(prompt);
        if (next) {
            prompts.removeFirst();
            kept();
        }
        return next;
    }

    private void kept() {
        keep.accept(List.copyOf(prompts));
    }
}
