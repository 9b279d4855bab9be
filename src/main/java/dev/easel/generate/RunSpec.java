package dev.easel.generate;

import dev.easel.project.Attachment;
import dev.easel.project.Origin;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.provider.ModelProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to run.
///
/// @param thinking the level's name, empty for the model's default
/// @param projectId the project that the prompt continues; absent for a new one
/// @param images shown to the model with this prompt
/// @param origin why it is run
/// @param budget tokens that may be sent; see [Tokens#budget(int)]
/// @param base id of the whole revision to start from; absent for the newest one
/// @param guidance of a new project; a project that is there has its own
public record RunSpec(
        ModelProvider provider,
        String model,
        String thinking,
        String prompt,
        Optional<String> projectId,
        List<Attachment> images,
        Origin origin,
        int budget,
        Optional<String> base,
        Guidance guidance) {
    public RunSpec {
        images = List.copyOf(images);
    }

    /// A prompt of the user, with the usual budget.
    public RunSpec(
            ModelProvider provider,
            String model,
            String thinking,
            String prompt,
            Optional<String> projectId,
            List<Attachment> images) {
        this(
                provider,
                model,
                thinking,
                prompt,
                projectId,
                images,
                Origin.PROMPT,
                Tokens.USUAL_BUDGET,
                Optional.empty(),
                Guidance.NONE);
    }

    /// The first prompt of a new project, without images.
    public static RunSpec fresh(
            ModelProvider provider, String model, String thinking, String prompt) {
        return new RunSpec(provider, model, thinking, prompt, Optional.empty(), List.of());
    }

    /// The same with another number of tokens that may be sent.
    public RunSpec withBudget(int tokens) {
        return new RunSpec(
                provider, model, thinking, prompt, projectId, images, origin, tokens, base,
                guidance);
    }

    /// The same from another revision.
    ///
    /// @param revision its id
    public RunSpec from(String revision) {
        return new RunSpec(
                provider,
                model,
                thinking,
                prompt,
                projectId,
                images,
                origin,
                budget,
                Optional.of(revision).filter(id -> !id.isEmpty()),
                guidance);
    }

    /// The same with these images, in place of its own.
    public RunSpec with(List<Attachment> others) {
        return new RunSpec(
                provider, model, thinking, prompt, projectId, others, origin, budget, base,
                guidance);
    }

    /// The same, which gives a new project these instructions.
    public RunSpec with(Guidance given) {
        return new RunSpec(
                provider, model, thinking, prompt, projectId, images, origin, budget, base, given);
    }

    /// Has the prompt written better instead of answered.
    public RunSpec enhancing() {
        Origin enhance = new Origin(Origin.Kind.ENHANCE, "");
        return new RunSpec(
                provider, model, thinking, prompt, projectId, images, enhance, budget, base,
                guidance);
    }

    /// Goes on with a reply that broke off.
    ///
    /// @param chain the exchange up to that reply
    public RunSpec continuing(RunChain chain) {
        String kept = ReplyJoin.kept(chain.reply());
        String line = kept.lines().reduce((a, b) -> b).orElse("").strip();
        return following(
                chain.runs().getLast(),
                Origin.Kind.CONTINUE,
                Prompts.fill("continue", Map.of("line", "`" + line + "`")));
    }

    /// Repairs the errors of a page.
    ///
    /// @param revision whose page it is
    public RunSpec repairing(Revision revision, List<PageError> errors) {
        return new RunSpec(
                provider,
                model,
                thinking,
                PageError.prompt(errors, revision.artifact()),
                Optional.of(revision.projectId()),
                images,
                new Origin(Origin.Kind.REPAIR, revision.runId()),
                budget,
                Optional.of(revision.id()),
                guidance);
    }

    /// What comes after a run.
    RunSpec following(Run run, Origin.Kind kind, String next) {
        return new RunSpec(
                provider,
                model,
                thinking,
                next,
                Optional.of(run.projectId()),
                images,
                new Origin(kind, run.id()),
                budget,
                Optional.of(run.asked().base()),
                guidance);
    }
}
