package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.generate.RunChain;
import dev.easel.history.HistoryRepository;
import dev.easel.project.ImageNote;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.prompt.RunCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A project as it is read from the history to be shown.
///
/// @param cards the conversation, oldest first
/// @param queue prompts that wait for a run to end
/// @param latest the last whole revision, else the last partial one
/// @param guidance what it tells the model
record OpenedProject(
        Project project,
        List<RunCard> cards,
        Optional<Revision> latest,
        List<Prompt> queue,
        Guidance guidance) {
    /// Reads it; blocking.
    static OpenedProject load(HistoryRepository history, Project project) {
        List<Revision> revisions = history.revisions(project.id());
        Map<String, Revision> byRun =
                revisions.stream()
                        .collect(
                                Collectors.toMap(
                                        Revision::runId, Function.identity(), (a, b) -> b));
        List<Run> runs = history.runs(project.id());
        Map<String, List<ImageNote>> images = history.imageNotes(project.id());
        List<RunCard> cards =
                runs.stream()
                        .map(run ->
                                new RunCard(
                                        run,
                                        RunChain.endingWith(runs, run.id()).prose(),
                                        Optional.ofNullable(byRun.get(run.id())),
                                        images.getOrDefault(run.id(), List.of())))
                        .toList();
        Optional<Revision> latest =
                revisions.reversed().stream()
                        .filter(r -> !r.partial())
                        .findFirst()
                        .or(() -> revisions.reversed().stream().findFirst());
        return new OpenedProject(
                project,
                cards,
                latest,
                history.queue(project.id()),
                Guidance.of(history.projectSettings(project.id())));
    }
}
