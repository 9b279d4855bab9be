package dev.easel.app;

import dev.easel.provider.ModelProvider;
import dev.easel.provider.samples.Pace;
import dev.easel.settings.KeyringSecretStore;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Which provider a command asks.
final class ProviderOptions {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "gemini, openai (a local server) or samples; default: gemini with a key, else samples")
    private String provider = "";

    @Option(
            names = "--instant",
            description = "samples: the whole reply at once instead of at a model's pace")
    private boolean instant;

    Services services() {
        Pace pace = instant ? Pace.instant() : Pace.realistic();
        return new Services(System.getenv(), pace, new KeyringSecretStore());
    }

    /// The provider asked for, or the best one that can work.
    ModelProvider choose(Services services) {
        String wanted = provider;
        if (wanted.isEmpty()) {
            wanted = services.hasGemini() ? "gemini" : "samples";
        }
        return find(services, wanted);
    }

    /// @throws EaselCommand.Failure for a name that none has
    static ModelProvider find(Services services, String id) {
        return services.providers().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new EaselCommand.Failure(
                                "There is no provider '"
                                        + id
                                        + "'. There are: "
                                        + services.providers().stream()
                                                .map(ModelProvider::id)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }
}
