package dev.easel.app;

import dev.easel.generate.PageError;
import dev.easel.generate.RunChain;
import dev.easel.generate.RunSpec;
import dev.easel.generate.Tokens;
import dev.easel.project.Attachment;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.prompt.ConversationViewModel;
import dev.easel.prompt.GuidanceViewModel;
import dev.easel.prompt.ModelChooserViewModel;
import dev.easel.prompt.RunCard;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the next run asks: the model that is chosen, with as much as it takes, of the revision that
/// is shown. UI thread only.
///
/// @param guidance what a new project would tell the model
/// @param project that is open
/// @param shown the revision in the code pane and the preview
record NextRun(
        ModelChooserViewModel chooser,
        ConversationViewModel conversation,
        GuidanceViewModel guidance,
        ObservableValue<@Nullable Project> project,
        ObservableValue<@Nullable Revision> shown) {
    /// A prompt in the open project.
    RunSpec of(Prompt prompt) {
        RunSpec spec =
                of(prompt, Optional.ofNullable(project.getValue()).map(Project::id))
                        .with(guidance.guidanceProperty().get());
        return base().map(spec::from).orElse(spec);
    }

    /// A prompt in a project that may not be open.
    ///
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

    /// The same as before, of the same files.
    ///
    /// @param images that went along with it
    RunSpec again(Run run, List<Attachment> images) {
        return of(new Prompt(run.prompt(), images)).from(run.asked().base());
    }

    /// The rest of a reply that broke off.
    RunSpec continuing(RunCard card) {
        List<Run> all = conversation.cards().stream().map(RunCard::run).toList();
        return of(Prompt.of("")).continuing(RunChain.endingWith(all, card.run().id()));
    }

    /// The repair of a page.
    RunSpec repairing(Revision revision, List<PageError> errors) {
        return of(Prompt.of("")).repairing(revision, errors);
    }

    /// Id of the revision that a prompt changes: the one that is seen or, of an unfinished one,
    /// what that was made from. Absent for the newest whole one.
    Optional<String> base() {
        Revision seen = shown.getValue();
        return seen == null || !seen.partial()
                ? Optional.ofNullable(seen).map(Revision::id)
                : conversation.before(seen).map(Revision::id);
    }
}
