package dev.easel.generate;

import dev.easel.provider.Message;
import dev.easel.provider.ModelProvider;
import java.util.List;
import java.util.Optional;

/// What to run.
///
/// @param thinking the level's name, empty for the model's default
/// @param projectId the project that the prompt continues; absent for a new one
/// @param images shown to the model with this prompt
public record RunSpec(
        ModelProvider provider,
        String model,
        String thinking,
        String prompt,
        Optional<String> projectId,
        List<Message.Image> images) {
    public RunSpec {
        images = List.copyOf(images);
    }

    /// The first prompt of a new project, without images.
    public static RunSpec fresh(
            ModelProvider provider, String model, String thinking, String prompt) {
        return new RunSpec(provider, model, thinking, prompt, Optional.empty(), List.of());
    }
}
