package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Composes what a model is asked.
///
/// Old replies are not repeated: the earlier prompts come first, then the current files once, as if
/// the model had just given them in the format that it is asked for; then what was said since; then
/// the new prompt. Roles alternate, which some servers insist on.
public final class PromptComposer {
    // Said to models, not to people: always English, as the system prompt.
    private static final String EARLIER =
            "These are the requests that led to the current state of the project, oldest first:";
    private static final String CURRENT = "The current files of the project:";
    private static final String BROKE_OFF = "(This reply broke off before it was complete.)";

    private static final String FORMAT =
            """
            ```html index.html
            <!DOCTYPE html>
            ...
            </html>
            ```

            ```css style.css
            ...
            ```\
            """;

    private final String template;
    private final Supplier<PreviewFacts> facts;
    private @Nullable String system;

    /// @param template the system prompt with `{{format}}`, `{{libraries}}`, `{{notes}}` and
    ///   `{{missing}}`
    /// @param facts asked once, when the first request is composed
    public PromptComposer(String template, Supplier<PreviewFacts> facts) {
        this.template = template;
        this.facts = facts;
    }

    private synchronized String system() {
        if (system == null) {
            PreviewFacts known = facts.get();
            system =
                    template.replace("{{format}}", FORMAT)
                            .replace("{{libraries}}", bullets(known.libraries()))
                            .replace("{{notes}}", bullets(known.notes()))
                            .replace("{{missing}}", bullets(known.missing()));
        }
        return system;
    }

    /// With the prompt in `assets/prompts/system.md`.
    public static PromptComposer bundled(Supplier<PreviewFacts> facts) {
        try (InputStream in =
                PromptComposer.class.getResourceAsStream("/assets/prompts/system.md")) {
            byte[] bytes = Objects.requireNonNull(in, "system.md is not packaged").readAllBytes();
            return new PromptComposer(new String(bytes, StandardCharsets.UTF_8), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(l -> "- " + l).collect(Collectors.joining("\n"));
    }

    /// Composes a request.
    ///
    /// @param prompt what the user asks now
    /// @param earlier the project's runs before this one, oldest first
    /// @param current the project's last whole revision
    public GenerateRequest compose(
            String model,
            String thinking,
            Message prompt,
            List<Run> earlier,
            Optional<Revision> current) {
        List<Message> messages = new ArrayList<>();
        int done = current.map(r -> indexAfter(earlier, r.runId())).orElse(0);
        current.ifPresent(r -> messages.addAll(state(earlier.subList(0, done), r.artifact())));
        earlier.subList(done, earlier.size()).forEach(r -> messages.addAll(since(r)));
        messages.add(prompt);
        return new GenerateRequest(model, system(), messages, thinking);
    }

    private static int indexAfter(List<Run> runs, String runId) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).id().equals(runId)) {
                return i + 1;
            }
        }
        return runs.size();
    }

    private static List<Message> state(List<Run> runs, Artifact artifact) {
        Stream<String> prompts =
                runs.stream()
                        .filter(r -> r.status() == RunStatus.COMPLETE || wasSaid(r))
                        .map(r -> "- " + r.prompt().strip().replace("\n", "\n  "));
        String earlier =
                Stream.concat(Stream.of(EARLIER), prompts).collect(Collectors.joining("\n"));
        String files =
                artifact.files().stream()
                        .map(PromptComposer::fenced)
                        .collect(Collectors.joining("\n"));
        return List.of(Message.user(earlier), Message.model(CURRENT + "\n\n" + files));
    }

    /// A run that gave no whole revision but is part of the conversation: the model asked
    /// something, or its reply broke off. What the user stopped was not wanted.
    private static List<Message> since(Run run) {
        if (!wasSaid(run)) {
            return List.of();
        }
        boolean question = run.status() == RunStatus.FAILED;
        String reply = question ? run.reply() : BROKE_OFF;
        return List.of(Message.user(run.prompt()), Message.model(reply));
    }

    private static boolean wasSaid(Run run) {
        return switch (run.status()) {
            case PARTIAL -> true;
            case FAILED -> !run.reply().isBlank();
            case COMPLETE, CANCELLED, RUNNING -> false;
        };
    }

    private static String fenced(ProjectFile file) {
        String fence = "`".repeat(Math.max(3, longestFence(file.text()) + 1));
        String extension = file.path().substring(file.path().lastIndexOf('.') + 1);
        String end = file.text().endsWith("\n") ? "" : "\n";
        return fence + extension + " " + file.path() + "\n" + file.text() + end + fence + "\n";
    }

    private static int longestFence(String text) {
        return text.lines()
                .map(Fence::of)
                .flatMap(Optional::stream)
                .mapToInt(Fence::length)
                .max()
                .orElse(0);
    }
}
