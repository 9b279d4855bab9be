package dev.easel.history;

import dev.easel.project.Artifact;
import dev.easel.project.Asked;
import dev.easel.project.Attachment;
import dev.easel.project.ImageNote;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Prompt;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunResult;
import dev.easel.project.RunStatus;
import dev.easel.project.Spent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A history for tests: nothing on disk, no threads of its own. It can be told to fail, and reports
/// every write of a run, before it returns, to a journal.
public final class InMemoryHistoryRepository implements HistoryRepository {
    private final InstantSource clock;
    private final Consumer<String> journal;
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Run> deletedRuns = new ArrayList<>();
    private final Map<String, List<Prompt>> queues = new LinkedHashMap<>();
    private final Map<String, List<Attachment>> images = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    private List<Attachment> draft = List.of();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<String> ownRuns = new ArrayList<>();
    private String failure = "";
    private boolean full;

    public InMemoryHistoryRepository() {
        this(InstantSource.system());
    }

    public InMemoryHistoryRepository(InstantSource clock) {
        this(clock, entry -> {});
    }

    /// @param journal gets a line for every write of a run, e.g. `reply Hello`
    public InMemoryHistoryRepository(InstantSource clock, Consumer<String> journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /// @param message of the [HistoryException] that every call throws; empty to work again
    public synchronized void failWith(String message) {
        failure = message;
    }

    /// From now on nothing can be written, as with a full disk, until it is set back.
    public synchronized void full(boolean now) {
        full = now;
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
        checkWrite();
        journal.accept("project");
        Instant now = clock.instant();
        Project project = new Project(UUID.randomUUID().toString(), title, now, now);
        projects.put(project.id(), project);
        return project;
    }

    @Override
    public synchronized void renameProject(String projectId, String title) {
        checkWrite();
        Project p = require(projects, projectId);
        projects.put(projectId, new Project(projectId, title, p.created(), p.updated()));
    }

    @Override
    public synchronized void deleteProject(String projectId) {
        checkWrite();
        projects.remove(projectId);
        queues.remove(projectId);
        settings.remove(projectId);
        runs(projectId).forEach(deletedRuns::add);
        images.keySet().removeAll(runs(projectId).stream().map(Run::id).toList());
        runs.values().removeIf(r -> r.projectId().equals(projectId));
        revisions.removeIf(r -> r.projectId().equals(projectId));
    }

    @Override
    public synchronized List<Prompt> queue(String projectId) {
        check();
        return queues.getOrDefault(projectId, List.of());
    }

    @Override
    public synchronized void setQueue(String projectId, List<Prompt> prompts) {
        checkWrite();
        require(projects, projectId);
        queues.put(projectId, List.copyOf(prompts));
    }

    @Override
    public synchronized List<Run> runs(String projectId) {
        check();
        return runs.values().stream().filter(r -> r.projectId().equals(projectId)).toList();
    }

    @Override
    public synchronized List<Attachment> draftImages() {
        check();
        return draft;
    }

    @Override
    public synchronized void setDraftImages(List<Attachment> now) {
        checkWrite();
        draft = List.copyOf(now);
    }

    @Override
    public synchronized Map<String, String> projectSettings(String projectId) {
        check();
        return Map.copyOf(settings.getOrDefault(projectId, Map.of()));
    }

    @Override
    public synchronized void setProjectSetting(String projectId, String name, String value) {
        checkWrite();
        require(projects, projectId);
        Map<String, String> own = settings.computeIfAbsent(projectId, id -> new LinkedHashMap<>());
        if (value.isEmpty()) {
            own.remove(name);
        } else {
            own.put(name, value);
        }
    }

    @Override
    public synchronized List<Attachment> images(String runId) {
        check();
        return images.getOrDefault(runId, List.of());
    }

    @Override
    public synchronized Map<String, List<ImageNote>> imageNotes(String projectId) {
        check();
        Map<String, List<ImageNote>> notes = new LinkedHashMap<>();
        for (Run run : runs(projectId)) {
            if (images.containsKey(run.id())) {
                notes.put(run.id(), images(run.id()).stream().map(Attachment::note).toList());
            }
        }
        return notes;
    }

    @Override
    public synchronized Run startRun(String projectId, Asked asked, List<Attachment> with) {
        touch(projectId);
        journal.accept("prompt " + asked.prompt());
        Run run = Run.begin(UUID.randomUUID().toString(), projectId, clock.instant(), asked);
        runs.put(run.id(), run);
        if (!with.isEmpty()) {
            images.put(run.id(), List.copyOf(with));
        }
        ownRuns.add(run.id());
        return run;
    }

    @Override
    public synchronized void appendThought(String runId, String text) {
        change(runId, "thought " + text, r -> r.withTexts(r.thoughts() + text, r.reply()));
    }

    @Override
    public synchronized void appendReply(String runId, String text) {
        change(runId, "reply " + text, r -> r.withTexts(r.thoughts(), r.reply() + text));
    }

    @Override
    public synchronized Run finishRun(String runId, RunResult result) {
        return change(runId, "finish " + result.status(), r -> r.end(result));
    }

    @Override
    public synchronized List<Run> recoverInterrupted() {
        check();
        List<Run> recovered = new ArrayList<>();
        for (Run run : List.copyOf(runs.values())) {
            if (run.status() == RunStatus.RUNNING && !ownRuns.contains(run.id())) {
                boolean nothing = run.thoughts().isEmpty() && run.reply().isEmpty();
                RunStatus status = nothing ? RunStatus.FAILED : RunStatus.PARTIAL;
                recovered.add(finishRun(run.id(), run.result().with(status, "Interrupted.")));
            }
        }
        return recovered;
    }

    @Override
    public synchronized Revision addRevision(
            String projectId, String runId, boolean partial, Artifact artifact) {
        require(runs, runId);
        touch(projectId);
        journal.accept("revision" + (partial ? " partial" : ""));
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
    public synchronized Map<String, Integer> revisionCounts() {
        check();
        return revisions.stream()
                .collect(Collectors.groupingBy(Revision::projectId, Collectors.summingInt(r -> 1)));
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
    public synchronized List<Spent> spentBetween(List<Instant> borders) {
        List<Spent> sums = new ArrayList<>();
        for (int i = 1; i < borders.size(); i++) {
            Instant from = borders.get(i - 1);
            Instant until = borders.get(i);
            Predicate<Run> within = r -> !r.started().isBefore(from) && r.started().isBefore(until);
            sums.add(sum(runs.values(), within).plus(sum(deletedRuns, within)));
        }
        return sums;
    }

    @Override
    public synchronized List<Going> going() {
        return runs.values().stream()
                .filter(r -> r.status() == RunStatus.RUNNING)
                .map(r -> new Going(r.provider(), r.model()))
                .toList();
    }

    @Override
    public synchronized Spent spentOn(String projectId) {
        return sum(runs.values(), r -> r.projectId().equals(projectId));
    }

    private Spent sum(Collection<Run> of, Predicate<Run> which) {
        check();
        return of.stream().filter(which).map(Spent::of).reduce(Spent.NOTHING, Spent::plus);
    }

    @Override
    public synchronized List<ProjectCost> dearest(int count) {
        return projects().stream()
                .map(p -> new ProjectCost(p, spentOn(p.id())))
                .filter(c -> !c.spent().isEmpty())
                .sorted(Comparator.comparing((ProjectCost c) -> c.spent().nanoUsd()).reversed())
                .limit(count)
                .toList();
    }

    @Override
    public synchronized int usualOutput(String provider, String model) {
        check();
        return (int)
                Math.round(
                        new ArrayList<>(runs.values())
                                .reversed().stream()
                                        .filter(r -> r.provider().equals(provider))
                                        .filter(r -> r.model().equals(model))
                                        .mapToInt(r -> r.usage().output() + r.usage().thought())
                                        .filter(n -> n > 0)
                                        .limit(10)
                                        .average()
                                        .orElse(0));
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

    private void checkWrite() {
        check();
        if (full) {
            throw new HistoryException("The disk is full. Free some space.", null);
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
        checkWrite();
        Project p = require(projects, projectId);
        projects.put(projectId, new Project(projectId, p.title(), p.created(), clock.instant()));
    }

    private Run change(String runId, String entry, UnaryOperator<Run> change) {
        checkWrite();
        Run changed = change.apply(require(runs, runId));
        journal.accept(entry);
        runs.put(runId, changed);
        return changed;
    }
}
