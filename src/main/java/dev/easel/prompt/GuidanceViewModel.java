package dev.easel.prompt;

import dev.easel.generate.Guidance;
import dev.easel.generate.Preset;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the open project tells the model in every run; kept as soon as it is changed. UI thread
/// only.
public final class GuidanceViewModel {
    private final ReadOnlyObjectWrapper<Guidance> guidance =
            new ReadOnlyObjectWrapper<>(Guidance.NONE);
    private final Consumer<Guidance> keep;

    /// @param keep stores it with the open project, or for the next new one
    public GuidanceViewModel(Consumer<Guidance> keep) {
        this.keep = keep;
    }

    public ReadOnlyObjectProperty<Guidance> guidanceProperty() {
        return guidance.getReadOnlyProperty();
    }

    /// Another project is open.
    public void show(Guidance of) {
        guidance.set(of);
    }

    public void choose(Preset preset) {
        change(guidance.get().with(preset));
    }

    /// @param instructions the user's own text; empty for Easel's
    public void instruct(String instructions) {
        change(guidance.get().with(instructions));
    }

    private void change(Guidance now) {
        if (!now.equals(guidance.get())) {
            guidance.set(now);
            keep.accept(now);
        }
    }
}
