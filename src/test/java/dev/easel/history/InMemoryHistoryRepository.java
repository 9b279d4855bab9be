package dev.easel.history;

import dev.easel.project.Artifact;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A history for tests: nothing on disk, no threads of its own. [#failWith(String)] makes every
/// later call fail, as a full disk would.
public final class InMemoryHistoryRepository implements HistoryRepository {
    private final InstantSource clock;
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<String> ownRuns = new ArrayList<>();
    private String failure = "";

    public InMemoryHistoryRepository() {
        this(InstantSource.system());
    }

    public InMemoryHistoryRepository(InstantSource clock) {
        this.clock = clock;
    }

    /// @param message of the [HistoryException] that every call throws; empty to work again
    public synchronized void failWith(String message) {
        failure = message;
    }

    /// Forgets who started the runs, as if the process had been killed and started again.
    public synchronized void restart() {
        ownRuns.clear();
    }

    @Override
    public synchronized List<Project> projects() {
        check();
        return projects.values().stream()
                .sorted(Comparator.comparing(Project::updated).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<Project> project(String projectId) {
        check();
        return Optional.ofNullable(projects.get(projectId));
    }

    @Override
    public synchronized Project createProject(String title) {
        check();
        Instant now = clock.instant();
        Project project = new Project(UUID.randomUUID().toString(), title, now, now);
        projects.put(project.id(), project);
        return project;
    }

    @Override
    public synchronized void renameProject(String projectId, String title) {
        Project p = require(projects, projectId);
        projects.put(projectId, new Project(projectId, title, p.created(), p.updated()));
    }

    @Override
    public synchronized void deleteProject(String projectId) {
        check();
        projects.remove(projectId);
        runs.values().removeIf(r -> r.projectId().equals(projectId));
        revisions.removeIf(r -> r.projectId().equals(projectId));
    }

    @Override
    public synchronized List<Run> runs(String projectId) {
        check();
        return runs.values().stream().filter(r -> r.projectId().equals(projectId)).toList();
    }

    @Override
    public synchronized Run startRun(
            String projectId, String provider, String model, String thinking, String prompt) {
        touch(projectId);
        Run run =
                new Run(
                        UUID.randomUUID().toString(),
                        projectId,
                        clock.instant(),
                        provider,
                        model,
                        "",
                        thinking,
                        prompt,
                        RunStatus.RUNNING,
                        "",
                        "",
                        "",
                        Usage.NONE,
                        Timings.NONE);
        runs.put(run.id(), run);
        ownRuns.add(run.id());
        return run;
    }

    @Override
    public synchronized void appendThought(String runId, String text) {
        change(runId, r -> texts(r, r.thoughts() + text, r.reply()));
    }

    @Override
    public synchronized void appendReply(String runId, String text) {
        change(runId, r -> texts(r, r.thoughts(), r.reply() + text));
    }

    @Override
    public synchronized Run finishRun(
            String runId,
            RunStatus status,
            String modelVersion,
            String message,
            Usage usage,
            Timings timings) {
        return change(runId, r -> end(r, status, modelVersion, message, usage, timings));
    }

    @Override
    public synchronized List<Run> recoverInterrupted() {
        check();
        List<Run> recovered = new ArrayList<>();
        for (Run run : List.copyOf(runs.values())) {
            if (run.status() == RunStatus.RUNNING && !ownRuns.contains(run.id())) {
                boolean nothing = run.thoughts().isEmpty() && run.reply().isEmpty();
                RunStatus status = nothing ? RunStatus.FAILED : RunStatus.PARTIAL;
                recovered.add(
                        finishRun(
                                run.id(), status, "", "Interrupted.", run.usage(), run.timings()));
            }
        }
        return recovered;
    }

    @Override
    public synchronized Revision addRevision(
            String projectId, String runId, boolean partial, Artifact artifact) {
        require(runs, runId);
        touch(projectId);
        Revision revision =
                new Revision(
                        UUID.randomUUID().toString(),
                        projectId,
                        revisions(projectId).size() + 1,
                        clock.instant(),
                        runId,
                        partial,
                        artifact);
        revisions.add(revision);
        return revision;
    }

    @Override
    public synchronized List<Revision> revisions(String projectId) {
        check();
        return revisions.stream().filter(r -> r.projectId().equals(projectId)).toList();
    }

    @Override
    public synchronized List<SearchHit> search(String words) {
        check();
        SearchWords query = SearchWords.of(words);
        return query.words().isEmpty()
                ? List.of()
                : projects().stream().flatMap(p -> hit(p, query).stream()).toList();
    }

    private Optional<SearchHit> hit(Project project, SearchWords query) {
        List<String> texts = texts(project);
        boolean all =
                query.words().stream()
                        .allMatch(w -> texts.stream().anyMatch(t -> isIn(t, List.of(w))));
        return texts.stream()
                .filter(t -> all && isIn(t, query.words()))
                .findFirst()
                .map(t -> new SearchHit(project, query.snippet(t)));
    }

    private static boolean isIn(String text, List<String> words) {
        List<String> beginnings = words.stream().flatMap(w -> Token.all(w).stream()).toList();
        return Token.find(text, 0, beginnings).isPresent();
    }

    private List<String> texts(Project project) {
        Stream<String> said =
                runs(project.id()).stream().flatMap(r -> Stream.of(r.prompt(), r.reply()));
        Stream<String> made =
                revisions(project.id()).stream()
                        .flatMap(r -> r.artifact().files().stream())
                        .map(ProjectFile::text);
        return Stream.of(Stream.of(project.title()), said, made).flatMap(s -> s).toList();
    }

    @Override
    public synchronized void close() {
        failure = "The history is closed already.";
    }

    private void check() {
        if (!failure.isEmpty()) {
            throw new HistoryException(failure, null);
        }
    }

    private <T> T require(Map<String, T> map, String id) {
        check();
        if (!map.containsKey(id)) {
            throw new HistoryException("This is not in the history any more.", null);
        }
        return map.get(id);
    }

    private void touch(String projectId) {
        Project p = require(projects, projectId);
        projects.put(projectId, new Project(projectId, p.title(), p.created(), clock.instant()));
    }

    private Run change(String runId, UnaryOperator<Run> change) {
        Run changed = change.apply(require(runs, runId));
        runs.put(runId, changed);
        return changed;
    }

    private static Run texts(Run r, String thoughts, String reply) {
        return new Run(
                r.id(),
                r.projectId(),
                r.started(),
                r.provider(),
                r.model(),
                r.modelVersion(),
                r.thinking(),
                r.prompt(),
                r.status(),
                thoughts,
                reply,
                r.message(),
                r.usage(),
                r.timings());
    }

    private static Run end(
            Run r,
            RunStatus status,
            String modelVersion,
            String message,
            Usage usage,
            Timings timings) {
        return new Run(
                r.id(),
                r.projectId(),
                r.started(),
                r.provider(),
                r.model(),
                modelVersion,
                r.thinking(),
                r.prompt(),
                status,
                r.thoughts(),
                r.reply(),
                message,
                usage,
                timings);
    }
}
