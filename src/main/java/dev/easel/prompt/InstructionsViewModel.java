package dev.easel.prompt;

import dev.easel.generate.Guidance;
import dev.easel.generate.SystemPrompt;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The system prompt of the open project: the text that can be edited, and all of it as it is sent.
/// Every change is kept at once. UI thread only.
public final class InstructionsViewModel {
    /// What is sent with every prompt.
    ///
    /// @param text all of it; empty until it was composed
    /// @param tokens about how many
    /// @param missing parts of Easel's text that this one leaves out, e.g. `{{format}}`
    public record Composed(String text, int tokens, List<String> missing) {
        static final Composed NONE = new Composed("", 0, List.of());
    }

    private final SystemPrompt system;
    private final GuidanceViewModel guidance;
    private final Executor background;
    private final Executor ui;
    private final StringProperty text = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<Composed> composed =
            new ReadOnlyObjectWrapper<>(Composed.NONE);
    private int asked;

    /// @param background composes; the first time it reads the catalogue
    public InstructionsViewModel(
            SystemPrompt system, GuidanceViewModel guidance, Executor background, Executor ui) {
        this.system = system;
        this.guidance = guidance;
        this.background = background;
        this.ui = ui;
        String own = guidance.guidanceProperty().get().instructions();
        text.set(own.isBlank() ? system.template() : own);
        text.addListener((o, before, now) -> {
            boolean easels = now.isBlank() || now.equals(system.template());
            guidance.instruct(easels ? "" : now);
            compose();
        });
        compose();
    }

    /// Empty means Easel's own, as does Easel's own.
    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<Composed> composedProperty() {
        return composed.getReadOnlyProperty();
    }

    /// Whether this project has a text of its own.
    public boolean isChanged() {
        return !guidance.guidanceProperty().get().instructions().isEmpty();
    }

    /// Easel's own text.
    public String template() {
        return system.template();
    }

    private void compose() {
        int number = ++asked;
        Guidance now = guidance.guidanceProperty().get();
        String edited = text.get();
        background.execute(() -> {
            String all = system.text(now);
            List<String> missing = edited.isBlank() ? List.of() : system.missing(edited);
            Composed made = new Composed(all, SystemPrompt.tokens(all), missing);
            ui.execute(() -> {
                if (number == asked) {
                    composed.set(made);
                }
            });
        });
    }
}
