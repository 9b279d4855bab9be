package dev.easel.generate;

import dev.easel.history.HistoryException;
import dev.easel.history.HistoryRepository;
import dev.easel.project.Artifact;
import dev.easel.project.Project;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// A history that forgets everything with the test. It can be told to fail, and reports every
/// write, before it returns, to `journal`.
final class MemoryHistory implements HistoryRepository {
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final Consumer<String> journal;
    private volatile boolean full;

    MemoryHistory(Consumer<String> journal) {
        this.journal = journal;
    }

    /// From now on nothing can be written, as with a full disk, until it is set back.
    void full(boolean now) {
        full = now;
    }

    private void write(String entry) {
        if (full) {
            throw new HistoryException("The disk is full. Free some space.", null);
        }
        journal.accept(entry);
    }

    @Override
    public synchronized List<Project> projects() {
        return List.copyOf(projects.values());
    }

    @Override
    public synchronized Optional<Project> project(String projectId) {
        return Optional.ofNullable(projects.get(projectId));
    }

    @Override
    public synchronized Project createProject(String title) {
        write("project");
        String id = "p" + (projects.size() + 1);
        projects.put(id, new Project(id, title, Instant.EPOCH, Instant.EPOCH));
        return projects.get(id);
    }

    @Override
    public void renameProject(String projectId, String title) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteProject(String projectId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized List<Run> runs(String projectId) {
        return runs.values().stream().filter(r -> r.projectId().equals(projectId)).toList();
    }

    @Override
    public synchronized Run startRun(
            String projectId, String provider, String model, String thinking, String prompt) {
        write("prompt " + prompt);
        String id = "r" + (runs.size() + 1);
        Run run =
                new Run(
                        id,
                        projectId,
                        Instant.EPOCH,
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
        runs.put(id, run);
        return run;
    }

    Run run(String id) {
        return Objects.requireNonNull(runs.get(id));
    }

    @Override
    public synchronized void appendThought(String runId, String text) {
        write("thought " + text);
        Run r = run(runId);
        put(r, r.status(), r.thoughts() + text, r.reply(), r.message(), r.usage(), r.timings(), "");
    }

    @Override
    public synchronized void appendReply(String runId, String text) {
        write("reply " + text);
        Run r = run(runId);
        put(r, r.status(), r.thoughts(), r.reply() + text, r.message(), r.usage(), r.timings(), "");
    }

    private Run put(
            Run r,
            RunStatus status,
            String thoughts,
            String reply,
            String message,
            Usage usage,
            Timings timings,
            String modelVersion) {
        Run next =
                new Run(
                        r.id(),
                        r.projectId(),
                        r.started(),
                        r.provider(),
                        r.model(),
                        modelVersion,
                        r.thinking(),
                        r.prompt(),
                        status,
                        thoughts,
                        reply,
                        message,
                        usage,
                        timings);
        runs.put(r.id(), next);
        return next;
    }

    @Override
    public synchronized Run finishRun(
            String runId,
            RunStatus status,
            String modelVersion,
            String message,
            Usage usage,
            Timings timings) {
        write("finish " + status);
        Run r = run(runId);
        return put(r, status, r.thoughts(), r.reply(), message, usage, timings, modelVersion);
    }

    @Override
    public synchronized List<Run> recoverInterrupted() {
        List<Run> found =
                runs.values().stream().filter(r -> r.status() == RunStatus.RUNNING).toList();
        return found.stream().map(this::interrupted).toList();
    }

    private Run interrupted(Run r) {
        boolean nothing = r.thoughts().isEmpty() && r.reply().isEmpty();
        RunStatus status = nothing ? RunStatus.FAILED : RunStatus.PARTIAL;
        return put(r, status, r.thoughts(), r.reply(), "", r.usage(), r.timings(), "");
    }

    @Override
    public synchronized Revision addRevision(
            String projectId, String runId, boolean partial, Artifact artifact) {
        write("revision" + (partial ? " partial" : ""));
        int number = revisions(projectId).size() + 1;
        Revision revision =
                new Revision(
                        projectId + "-" + number,
                        projectId,
                        number,
                        Instant.EPOCH,
                        runId,
                        partial,
                        artifact);
        revisions.add(revision);
        return revision;
    }

    @Override
    public synchronized List<Revision> revisions(String projectId) {
        return revisions.stream().filter(r -> r.projectId().equals(projectId)).toList();
    }

    @Override
    public List<SearchHit> search(String words) {
        return List.of();
    }

    @Override
    public void close() {}
}
