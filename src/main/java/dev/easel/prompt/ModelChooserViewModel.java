package dev.easel.prompt;

import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ThinkingLevels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which model answers, and how long it may think. A list helps, but any id can be typed: hidden
/// models are in no list. UI thread only.
public final class ModelChooserViewModel {
    /// How the list of models stands.
    public enum State {
        LOADING,
        LISTED,
        /// See [#problemProperty()]; typed ids still work.
        FAILED
    }

    private final List<ModelProvider> providers;
    private final Executor background;
    private final Executor ui;
    private final ObjectProperty<ModelProvider> provider;
    private final ObservableList<ModelInfo> models = FXCollections.observableArrayList();
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty thinking = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ThinkingLevels.Offer> levels =
            new ReadOnlyObjectWrapper<>(ThinkingLevels.ANY);
    // What the user chose; a model that does not take it changes it only for itself.
    private String wishedThinking = "";
    private boolean adapting;
    private final StringProperty problem = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LISTED);
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Offer> known = Optional.empty();
    private final Map<String, String> lastModel = new HashMap<>();

    /// @param providers at least one; the first is chosen until another is
    /// @param background asks servers
    /// @param ui runs on the JavaFX thread
    public ModelChooserViewModel(List<ModelProvider> providers, Executor background, Executor ui) {
        this.providers = List.copyOf(providers);
        this.background = background;
        this.ui = ui;
        provider = new SimpleObjectProperty<>(providers.getFirst());
        provider.addListener((o, before, now) -> {
            lastModel.put(before.id(), model.get());
            model.set(lastModel.getOrDefault(now.id(), ""));
            adaptThinking();
            refresh();
            showOffer();
        });
        state.addListener(o -> showOffer());
        model.addListener((o, before, now) -> adaptThinking());
        thinking.addListener((o, before, now) -> {
            if (!adapting) {
                wishedThinking = now;
            }
        });
        adaptThinking();
    }

    public List<ModelProvider> providers() {
        return providers;
    }

    public ObjectProperty<ModelProvider> providerProperty() {
        return provider;
    }

    /// A server that runs on this computer and is not used.
    ///
    /// @param name of the program, e.g. `Ollama`
    /// @param take chooses it
    public record Offer(String name, String address, Runnable take) {}

    /// A server to use instead; empty as long as a model is there.
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /// Offers a server whenever nothing better is connected.
    public void offer(Offer found) {
        known = Optional.of(found);
        showOffer();
    }

    private void showOffer() {
        boolean wanted =
                switch (provider.get().id()) {
                    case "samples" -> true;
                    case "openai" -> state.get() == State.FAILED;
                    default -> false;
                };
        offer.set(wanted ? known : Optional.empty());
    }

    /// What the provider lists, as far as it is known.
    public ObservableList<ModelInfo> models() {
        return models;
    }

    /// The id that the next run asks for; may be typed.
    public StringProperty modelProperty() {
        return model;
    }

    /// Tokens that the chosen model takes; 0 when unknown.
    public int inputLimit() {
        String id = model.get().strip();
        return models.stream()
                .filter(m -> m.id().equals(id))
                .mapToInt(ModelInfo::inputLimit)
                .findFirst()
                .orElse(0);
    }

    /// A level that the chosen model takes: when another model is chosen, the nearest to what the
    /// user chose.
    public StringProperty thinkingProperty() {
        return thinking;
    }

    /// What the user chose, even if the chosen model does not take it.
    public String wishedThinking() {
        return wishedThinking;
    }

    /// Chooses a level; a model that does not take it gets the nearest.
    public void wishThinking(String level) {
        wishedThinking = level;
        adaptThinking();
    }

    /// The levels that the chosen model takes.
    public ReadOnlyObjectProperty<ThinkingLevels.Offer> levelsProperty() {
        return levels.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the list is not there, in plain words; empty when it is.
    public StringProperty problemProperty() {
        return problem;
    }

    /// The id that is offered when this provider is chosen.
    public void remember(String providerId, String modelId) {
        lastModel.put(providerId, modelId);
        if (provider.get().id().equals(providerId)) {
            model.set(modelId);
        }
    }

    /// Chooses a provider and an id; an unknown provider changes nothing.
    public void choose(String providerId, String modelId) {
        providers.stream()
                .filter(p -> p.id().equals(providerId))
                .findFirst()
                .ifPresent(p -> {
                    provider.set(p);
                    if (!modelId.isEmpty()) {
                        model.set(modelId);
                    }
                });
    }

    /// A provider has just been connected: it is chosen, and asked for its list.
    public void connected(String providerId) {
        if (provider.get().id().equals(providerId)) {
            refresh();
        } else {
            choose(providerId, "");
        }
    }

    /// Asks the chosen provider for its list; an answer that comes after another choice is dropped.
    public void refresh() {
        ModelProvider asked = provider.get();
        models.clear();
        problem.set("");
        state.set(State.LOADING);
        background.execute(() -> {
            try {
                List<ModelInfo> listed = asked.models();
                ui.execute(() -> listed(asked, listed));
            } catch (ProviderException e) {
                ui.execute(() -> failed(asked, e));
            }
        });
    }

    private void adaptThinking() {
        adapting = true;
        levels.set(provider.get().thinkingLevels(model.get().strip()));
        thinking.set(levels.get().nearest(wishedThinking));
        adapting = false;
    }

    private void listed(ModelProvider asked, List<ModelInfo> listed) {
        if (asked == provider.get()) {
            models.setAll(listed);
            state.set(State.LISTED);
            if (model.get().isBlank() && !listed.isEmpty()) {
                model.set(listed.getFirst().id());
            }
        }
    }

    private void failed(ModelProvider asked, ProviderException e) {
        if (asked == provider.get()) {
            problem.set(e.getMessage());
            state.set(State.FAILED);
        }
    }
}
