package dev.easel.provider.openai;

import dev.easel.provider.ModelInfo;
import dev.easel.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Looks for model servers on this computer, at the ports where the usual programs listen. Nothing
/// but a request for the list of models is sent, and no key.
public final class LocalServers {
    private static final Duration LIMIT = Duration.ofMillis(1500);

    private final List<Place> places;

    /// Where a server may be.
    ///
    /// @param name of the program, e.g. `Ollama`
    /// @param address e.g. `http://localhost:11434/v1`
    public record Place(String name, String address) {}

    /// A server that answered.
    ///
    /// @param models those it lists; may be empty
    public record Found(Place place, List<ModelInfo> models) {
        public Found {
            models = List.copyOf(models);
        }
    }

    public LocalServers(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /// The usual ones, or those that `EASEL_LOCAL_SERVERS` names instead: `NAME=ADDRESS`, separated
    /// by commas; none if it is set to nothing.
    public static LocalServers of(Map<String, String> environment) {
        String named = environment.get("EASEL_LOCAL_SERVERS");
        return named == null
                ? usual()
                : new LocalServers(
                        Stream.of(named.split(",", -1))
                                .map(place -> place.split("=", 2))
                                .filter(place -> place.length == 2)
                                .map(place -> new Place(place[0].strip(), place[1].strip()))
                                .toList());
    }

    /// Ollama, LM Studio and llama.cpp at their own ports.
    public static LocalServers usual() {
        return new LocalServers(
                List.of(
                        new Place("Ollama", "http://localhost:11434/v1"),
                        new Place("LM Studio", "http://localhost:1234/v1"),
                        new Place("llama.cpp", "http://localhost:8080/v1")));
    }

    /// Asks all of them at once; takes 1.5 s at most, for one that listens but does not answer.
    /// Blocking; never call it on the UI thread.
    public List<Found> search() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Found>>> asked =
                    places.stream().map(p -> threads.submit(() -> ask(p))).toList();
            List<Found> found = new ArrayList<>();
            for (Future<Optional<Found>> answer : asked) {
                answer.get().ifPresent(found::add);
            }
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Optional<Found> ask(Place place) {
        try {
            OpenAiProvider provider =
                    new OpenAiProvider(place::address, address -> Optional.empty());
            return Optional.of(new Found(place, provider.models(LIMIT)));
        } catch (ProviderException e) {
            // Nobody there, or something else.
            return Optional.empty();
        }
    }
}
