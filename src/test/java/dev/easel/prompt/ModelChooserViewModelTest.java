package dev.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.prompt.ModelChooserViewModel.State;
import dev.easel.provider.Cancellation;
import dev.easel.provider.GenerateEvent;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.ModelInfo;
import dev.easel.provider.ModelProvider;
import dev.easel.provider.ProviderException;
import dev.easel.provider.ThinkingLevels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelChooserViewModelTest {
    private record Listing(String id, List<ModelInfo> listed, boolean broken)
            implements ModelProvider {
        @Override
        public List<ModelInfo> models() throws ProviderException {
            if (broken) {
                throw new ProviderException(
                        ProviderException.Kind.UNREACHABLE, "No server there.", null);
            }
            return listed;
        }

        @Override
        public ThinkingLevels.Offer thinkingLevels(String model) {
            return model.equals("b")
                    ? new ThinkingLevels.Offer(List.of("", "low", "high"), false)
                    : ThinkingLevels.ANY;
        }

        @Override
        public void generate(
                GenerateRequest request, Consumer<GenerateEvent> sink, Cancellation cancellation) {}
    }

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final ModelChooserViewModel model =
            new ModelChooserViewModel(
                    List.of(
                            new Listing(
                                    "one", List.of(ModelInfo.of("a"), ModelInfo.of("b")), false),
                            new Listing("two", List.of(ModelInfo.of("c")), false),
                            new Listing("down", List.of(), true)),
                    background::add,
                    Runnable::run);

    @Test
    void theListComesFromTheProvider() {
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
        background.remove().run();
        assertThat(model.models()).extracting(ModelInfo::id).containsExactly("a", "b");
        assertThat(model.modelProperty().get()).isEqualTo("a");
    }

    @Test
    void aTypedIdIsNotReplacedByTheList() {
        model.modelProperty().set("hidden-model");
        model.refresh();
        background.remove().run();
        assertThat(model.modelProperty().get()).isEqualTo("hidden-model");
    }

    @Test
    void anAnswerThatComesAfterAnotherChoiceIsDropped() {
        model.refresh();
        model.choose("two", "");
        background.remove().run();
        assertThat(model.models()).isEmpty();
        background.remove().run();
        assertThat(model.models()).extracting(ModelInfo::id).containsExactly("c");
    }

    @Test
    void everyProviderKeepsItsOwnModel() {
        model.modelProperty().set("mine");
        model.choose("two", "theirs");
        model.choose("one", "");
        assertThat(model.modelProperty().get()).isEqualTo("mine");
    }

    @Test
    void aServerThatIsNotThereIsSaidAndIdsStillWork() {
        model.choose("down", "typed");
        background.remove().run();
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.problemProperty().get()).isEqualTo("No server there.");
        assertThat(model.modelProperty().get()).isEqualTo("typed");
    }

    @Test
    void aLevelThatAModelLacksIsReplacedForThatModelOnly() {
        model.modelProperty().set("a");
        model.thinkingProperty().set("off");
        model.modelProperty().set("b");
        assertThat(model.levelsProperty().get().names()).containsExactly("", "low", "high");
        assertThat(model.thinkingProperty().get()).isEqualTo("low");
        model.modelProperty().set("a");
        assertThat(model.thinkingProperty().get()).isEqualTo("off");
    }

    @Test
    void aWishThatTheModelDoesNotTakeIsRemembered() {
        model.modelProperty().set("b");
        model.wishThinking("off");
        assertThat(model.thinkingProperty().get()).isEqualTo("low");
        assertThat(model.wishedThinking()).isEqualTo("off");
        model.thinkingProperty().set("high");
        assertThat(model.wishedThinking()).isEqualTo("high");
    }

    @Test
    void aServerThatWasFoundIsNotOfferedWhereAModelIsThere() {
        model.offer(new ModelChooserViewModel.Offer("Ollama", "http://localhost:1/v1", () -> {}));
        assertThat(model.offerProperty().get()).isEmpty();
    }
}
