package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.Origin;
import dev.easel.project.Run;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has a prompt written better: what is asked for it, and what the answer is.
public final class Enhancement {
    private static final int EARLIER = 6;
    private static final int MOST_OF_A_PROMPT = 1_500;

    private Enhancement() {}

    /// The request of such a run. Files are named, not sent: a better prompt needs no code.
    static PromptComposer.Composed request(
            RunSpec spec,
            SystemPrompt system,
            Guidance guidance,
            List<Run> earlier,
            Artifact files,
            List<Message.Image> images) {
        String kind = guidance.preset().text();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("libraries", system.libraries());
        values.put("preset", kind.isEmpty() ? "Anything: a page, a picture, a game." : kind);
        // Last, because people may have written anything.
        values.put("project", project(earlier, files));
        String instructions = Prompts.fill("enhance", values);
        Message prompt = new Message(Message.Role.USER, spec.prompt(), images);
        SentContext sent =
                new SentContext(
                        Stream.of(
                                        SentContext.Part.of(SentContext.Kind.SYSTEM, instructions),
                                        SentContext.Part.of(SentContext.Kind.PROMPT, spec.prompt()))
                                .toList(),
                        0,
                        0,
                        0);
        return new PromptComposer.Composed(
                new GenerateRequest(spec.model(), instructions, List.of(prompt), spec.thinking()),
                sent);
    }

    private static String project(List<Run> earlier, Artifact files) {
        if (files.isEmpty()) {
            return "Nothing yet: this is the first request.";
        }
        String names =
                files.files().stream()
                        .map(f -> "`" + f.path() + "` (" + f.lines() + " lines)")
                        .collect(Collectors.joining(", "));
        List<String> prompts =
                earlier.stream()
                        .filter(r -> r.origin().kind() == Origin.Kind.PROMPT)
                        .map(r -> "- " + shortened(r.prompt()))
                        .toList();
        List<String> last = prompts.subList(Math.max(0, prompts.size() - EARLIER), prompts.size());
        return "The project has "
                + names
                + ". It was asked for, oldest first:\n"
                + String.join("\n", last);
    }

    private static String shortened(String prompt) {
        String line = prompt.strip().replace("\n", "\n  ");
        return line.length() <= MOST_OF_A_PROMPT
                ? line
                : line.substring(0, MOST_OF_A_PROMPT) + " ...";
    }

    /// The better prompt in a reply; empty when there is none. Models like to wrap it.
    public static Optional<String> prompt(String reply) {
        String text = reply.strip();
        List<String> lines = text.lines().toList();
        if (lines.size() > 2
                && Fence.of(lines.getFirst()).isPresent()
                && Fence.of(lines.getLast()).isPresent()
                && lines.subList(1, lines.size() - 1).stream()
                        .noneMatch(l -> Fence.of(l).isPresent())) {
            text = String.join("\n", lines.subList(1, lines.size() - 1)).strip();
        }
        boolean quoted =
                text.length() > 2
                        && text.startsWith("\"")
                        && text.endsWith("\"")
                        && text.indexOf('"', 1) == text.length() - 1;
        text = quoted ? text.substring(1, text.length() - 1).strip() : text;
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
