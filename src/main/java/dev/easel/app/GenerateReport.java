package dev.easel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.cost.CostWords;
import dev.easel.cost.Dollars;
import dev.easel.project.Cost;
import dev.easel.project.ImageNote;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The JSON object of `generate --json`. Fields that are not known are left out.
final class GenerateReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GenerateReport() {}

    /// @param images that went along with the prompt, as they were sent
    static String json(
            Run run,
            List<ImageNote> images,
            Optional<Revision> revision,
            Optional<Path> out,
            Optional<String> screenshot) {
        ObjectNode root = JSON.createObjectNode();
        root.put("status", run.status().name().toLowerCase(Locale.ROOT));
        text(root, "message", run.message());
        root.put("provider", run.provider());
        text(root, "model", run.model());
        text(root, "modelVersion", run.modelVersion());
        text(root, "thinking", run.thinking());
        root.put("attempts", run.result().attempts());
        root.put("project", run.projectId());
        root.put("run", run.id());
        addImages(root, images);
        revision.ifPresent(r -> addRevision(root, r));
        ObjectNode tokens = root.putObject("tokens");
        tokens.put("prompt", run.usage().prompt());
        tokens.put("cached", run.usage().cached());
        tokens.put("output", run.usage().output());
        tokens.put("thought", run.usage().thought());
        tokens.put("estimated", run.usage().estimated());
        CostWords.of(run).ifPresent(words -> root.set("cost", cost(run)));
        run.timings()
                .tokensPerSecond(run.usage())
                .ifPresent(rate -> root.put("tokensPerSecond", rate));
        ObjectNode timings = root.putObject("timings");
        millis(timings, "firstThought", run.timings().firstThought());
        millis(timings, "firstToken", run.timings().firstToken());
        millis(timings, "total", run.timings().total());
        out.ifPresent(path -> root.put("out", path.toAbsolutePath().normalize().toString()));
        screenshot.ifPresent(path -> root.put("screenshot", path));
        return root.toPrettyString();
    }

    /// The object of a run's cost: `usd` is exact, and null when the price is unknown.
    static ObjectNode cost(Run run) {
        ObjectNode node = JSON.createObjectNode();
        Optional<Cost> cost = run.result().cost();
        node.put("usd", cost.map(c -> Dollars.plain(c.nanoUsd())).orElse(null));
        node.put("price", cost.map(Cost::price).orElse("unknown price"));
        node.put("estimated", run.usage().estimated());
        return node;
    }

    private static void addImages(ObjectNode root, List<ImageNote> images) {
        for (ImageNote image : images) {
            root.withArray("images")
                    .addObject()
                    .put("name", image.name())
                    .put("mediaType", image.mimeType())
                    .put("width", image.width())
                    .put("height", image.height())
                    .put("bytes", image.size());
        }
    }

    private static void addRevision(ObjectNode root, Revision revision) {
        root.put("revision", revision.number());
        root.put("partial", revision.partial());
        root.put("lines", revision.artifact().lines());
        ArrayNode files = root.putArray("files");
        for (ProjectFile file : revision.artifact().files()) {
            files.addObject()
                    .put("path", file.path())
                    .put("lines", file.lines())
                    .put("bytes", file.text().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static void text(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void millis(ObjectNode node, String name, long value) {
        if (value >= 0) {
            node.put(name, value);
        }
    }
}
