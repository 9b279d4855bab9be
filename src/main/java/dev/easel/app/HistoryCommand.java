package dev.easel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.cost.CostWords;
import dev.easel.cost.Dollars;
import dev.easel.history.HistoryRepository;
import dev.easel.history.HistoryRepository.SearchHit;
import dev.easel.image.ImageReading;
import dev.easel.project.ImageNote;
import dev.easel.project.Project;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.Spent;
import dev.easel.project.Usage;
import dev.easel.prompt.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `easel history`: what was made, by the window and by the command line.
@Command(
        name = "history",
        description = "Lists what was made (the default), searches it, or shows one project.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = "--json",
            description = "print JSON",
            scope = picocli.CommandLine.ScopeType.INHERIT)
    private boolean json;

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "All projects, the most recently used first.")
    void list() {
        try (Services services = new Services()) {
            List<Project> projects = services.history().projects();
            ArrayNode all = JSON.createArrayNode();
            projects.forEach(p -> all.add(node(p)));
            print(all.toPrettyString(), projects.stream().map(HistoryCommand::line).toList());
        }
    }

    @Command(name = "search", description = "Projects that contain all the words.")
    void search(@Parameters(paramLabel = "WORDS", arity = "1..*") List<String> words) {
        try (Services services = new Services()) {
            List<SearchHit> hits = services.history().search(String.join(" ", words));
            ArrayNode all = JSON.createArrayNode();
            hits.forEach(hit -> all.add(node(hit.project()).put("snippet", plain(hit.snippet()))));
            print(
                    all.toPrettyString(),
                    hits.stream()
                            .map(h -> line(h.project()) + "\n    " + plain(h.snippet()))
                            .toList());
        }
    }

    @Command(name = "show", description = "One project: its runs and revisions.")
    void show(
            @Parameters(paramLabel = "ID", description = "the id, or its beginning") String id,
            @Option(
                            names = "--revision",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "print the files of this revision")
                    int revision) {
        try (Services services = new Services()) {
            HistoryRepository history = services.history();
            Project project =
                    history.projects().stream()
                            .filter(p -> p.id().startsWith(id.toLowerCase(Locale.ROOT)))
                            .findFirst()
                            .orElseThrow(() ->
                                    new EaselCommand.Failure(
                                            "There is no project "
                                                    + id
                                                    + " in the history; 'easel history' lists them."));
            List<Revision> revisions = history.revisions(project.id());
            if (revision > 0) {
                printFiles(revisions, revision);
            } else {
                printProject(
                        project,
                        history.runs(project.id()),
                        revisions,
                        history.imageNotes(project.id()));
            }
        }
    }

    private void printFiles(List<Revision> revisions, int number) {
        Revision revision =
                revisions.stream()
                        .filter(r -> r.number() == number)
                        .findFirst()
                        .orElseThrow(() ->
                                new EaselCommand.Failure(
                                        "The project has no revision " + number + "."));
        ObjectNode node = JSON.createObjectNode();
        PrintWriter out = spec.commandLine().getOut();
        for (ProjectFile file : revision.artifact().files()) {
            node.put(file.path(), file.text());
            if (!json) {
                out.println("----- " + file.path());
                out.println(file.text());
            }
        }
        if (json) {
            out.println(node.toPrettyString());
        }
        out.flush();
    }

    private void printProject(
            Project project,
            List<Run> runs,
            List<Revision> revisions,
            Map<String, List<ImageNote>> images) {
        ObjectNode node = node(project);
        ArrayNode runNodes = node.putArray("runs");
        StringBuilder text = new StringBuilder(line(project));
        for (Run run : runs) {
            String status = run.status().name().toLowerCase(Locale.ROOT);
            ObjectNode runNode = runNodes.addObject();
            CostWords.of(run).ifPresent(words -> runNode.set("cost", GenerateReport.cost(run)));
            runNode.put("id", run.id())
                    .put("started", run.started().toString())
                    .put("provider", run.provider())
                    .put("model", run.model())
                    .put("prompt", run.prompt())
                    .put("status", status)
                    .put("message", run.message())
                    .put("replyCharacters", run.reply().length());
            text.append("\n  ").append(status).append("  ").append(run.prompt());
            for (ImageNote image : images.getOrDefault(run.id(), List.of())) {
                runNode.withArray("images").add(image.name());
                text.append("\n      with ").append(image.name()).append(" (");
                text.append(ImageReading.describe(image)).append(")");
            }
            if (!run.message().isEmpty()) {
                text.append("\n      ").append(run.message());
            }
            if (run.result().cost().isPresent() || !run.usage().equals(Usage.NONE)) {
                text.append("\n      ").append(Figures.of(run));
            }
            for (Revision revision : revisions) {
                if (revision.runId().equals(run.id())) {
                    text.append("\n    r").append(revision.number());
                    text.append(revision.partial() ? " (partial)" : "").append(": ");
                    text.append(revision.artifact().files().size()).append(" file(s), ");
                    text.append(revision.artifact().lines()).append(" lines");
                }
            }
        }
        Spent spent = runs.stream().map(Spent::of).reduce(Spent.NOTHING, Spent::plus);
        node.put("usd", Dollars.plain(spent.nanoUsd())).put("runsOfUnknownPrice", spent.unknown());
        if (!spent.isEmpty()) {
            text.append("\n  cost: ").append(CostWords.of(spent));
        }
        ArrayNode revisionNodes = node.putArray("revisions");
        revisions.forEach(r ->
                revisionNodes
                        .addObject()
                        .put("number", r.number())
                        .put("run", r.runId())
                        .put("created", r.created().toString())
                        .put("partial", r.partial())
                        .put("lines", r.artifact().lines()));
        print(node.toPrettyString(), List.of(text.toString()));
    }

    private void print(String asJson, List<String> asText) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson);
        } else if (asText.isEmpty()) {
            out.println("Nothing yet.");
        } else {
            asText.forEach(out::println);
        }
        out.flush();
    }

    private static ObjectNode node(Project project) {
        return JSON.createObjectNode()
                .put("id", project.id())
                .put("title", project.title())
                .put("created", project.created().toString())
                .put("updated", project.updated().toString());
    }

    private static String line(Project project) {
        return project.id().substring(0, 8)
                + "  "
                + project.updated().toString().substring(0, 16).replace('T', ' ')
                + "  "
                + project.title();
    }

    private static String plain(String snippet) {
        return snippet.replace("\u0002", "").replace("\u0003", "").replaceAll("\\s+", " ").strip();
    }
}
