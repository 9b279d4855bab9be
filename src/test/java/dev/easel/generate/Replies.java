package dev.easel.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The recorded replies and what they should become.
final class Replies {
    /// A reply `name.md` with its `name.expected.json`.
    record Reply(String name, String text, Parsed expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// What a parser made of a reply, whatever the sizes of its events.
    record Parsed(Artifact artifact, Map<String, Boolean> closed, String prose, boolean complete) {}

    private Replies() {}

    static Stream<Reply> all() {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> replies = files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
            return replies.stream().map(Replies::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Replies.class.getResource("replies")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.md$", "");
            JsonNode json =
                    new ObjectMapper()
                            .readTree(file.resolveSibling(name + ".expected.json").toFile());
            List<ProjectFile> files = new ArrayList<>();
            Map<String, Boolean> closed = new LinkedHashMap<>();
            for (JsonNode node : json.get("files")) {
                files.add(new ProjectFile(node.get("path").asText(), node.get("text").asText()));
                closed.put(node.get("path").asText(), node.get("closed").asBoolean());
            }
            Parsed expected =
                    new Parsed(
                            new Artifact(files),
                            closed,
                            json.get("prose").asText(),
                            json.get("complete").asBoolean());
            return new Reply(name, Files.readString(file), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parsed parse(Iterable<String> chunks) {
        ArtifactCollector collector = new ArtifactCollector();
        Map<String, Boolean> closed = new LinkedHashMap<>();
        StringBuilder prose = new StringBuilder();
        ArtifactParser parser =
                new ArtifactParser(event -> {
                    collector.accept(event);
                    switch (event) {
                        case ArtifactEvent.Prose p -> prose.append(p.text());
                        case ArtifactEvent.FileEnded e -> closed.put(e.path(), e.closed());
                        case ArtifactEvent.FileStarted s -> {}
                        case ArtifactEvent.FileText t -> {}
                        case ArtifactEvent.EditsStarted s -> {}
                        case ArtifactEvent.Edited e -> {}
                        case ArtifactEvent.BadEdit b -> {}
                        case ArtifactEvent.EditsEnded e -> closed.put(e.path(), e.closed());
                    }
                });
        chunks.forEach(parser::accept);
        parser.finish();
        return new Parsed(collector.artifact(), closed, prose.toString(), collector.complete());
    }
}
