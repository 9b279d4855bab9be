package dev.easel.app;

import dev.easel.generate.RunSpec;
import dev.easel.generate.Tokens;
import dev.easel.project.Prompt;
import dev.easel.prompt.ModelChooserViewModel;
import java.util.Optional;

/// What the next run asks: the model that is chosen, with as much as it takes.
record NextRun(ModelChooserViewModel chooser) {
    /// @param projectId absent for a new project
    RunSpec of(Prompt prompt, Optional<String> projectId) {
        return new RunSpec(
                        chooser.providerProperty().get(),
                        chooser.modelProperty().get().strip(),
                        chooser.thinkingProperty().get(),
                        prompt.text(),
                        projectId,
                        prompt.images())
                .withBudget(Tokens.budget(chooser.inputLimit()));
    }
}
