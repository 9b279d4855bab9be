package dev.easel.app;

import dev.easel.provider.ModelProvider;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Which provider and model a command asks.
final class ProviderOptions {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "gemini, openai (a local server) or samples; default: gemini with a key, else samples")
    private String provider = "";

    @Option(names = "--instant", description = "samples: the whole reply at once instead of at a model's pace")
    private boolean instant;

    /// The provider asked for, or the best one that can work.
    ModelProvider choose(Services services) {
        if (provider.isEmpty()) {
            return services.keys().gemini().isPresent() ? services.gemini() : services.samples(instant);
        }
        return services.providers(instant).stream()
                .filter(p -> p.id().equals(provider))
                .findFirst()
                .orElseThrow(() -> new EaselCommand.Failure(
                        "There is no provider '" + provider + "'. There are: "
                                + services.providers(instant).stream()
                                        .map(ModelProvider::id)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
