package dev.easel.generate;

import dev.easel.project.Artifact;
import dev.easel.project.ProjectFile;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import dev.easel.provider.GenerateRequest;
import dev.easel.provider.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Composes what a model is asked.
///
/// Old replies are not repeated: the earlier prompts come first, then the current files once, as if
/// the model had just given them in the format that it is asked for; then what was said since; then
/// the new prompt. Roles alternate, which some servers insist on. When it is too much, the oldest
/// turns stay behind first, then files, the page last.
public final class PromptComposer {
    // Said to models, not to people: always English, as the system prompt.
    private static final String EARLIER =
            "These are the requests that led to the current state of the project, oldest first:";
    private static final String CURRENT = "The current files of the project:";
    private static final String LEFT_OUT =
            "(The project also has these files, too long to be shown; do not change them: %s)";
    private static final String BROKE_OFF = "(This reply broke off before it was complete.)";
    private static final String NOT_MADE =
            "(The changes of this reply could not be used; nothing was changed.)";

    /// A request and what it holds.
    public record Composed(GenerateRequest request, SentContext sent) {}

    private final SystemPrompt system;

    public PromptComposer(SystemPrompt system) {
        this.system = system;
    }

    /// Composes a request.
    ///
    /// @param prompt what the user asks now
    /// @param earlier the runs that led here, oldest first; see [Revisions#ledTo(List)]
    /// @param current the whole revision that is changed
    /// @param guidance what the project tells the model in every run
    /// @param budget tokens that may be sent; the prompt and the page always are
    public Composed compose(
            String model,
            String thinking,
            Message prompt,
            List<Run> earlier,
            Optional<Revision> current,
            Guidance guidance,
            int budget) {
        String instructions = system.text(guidance);
        Artifact files = current.map(Revision::artifact).orElse(Artifact.EMPTY);
        int done = current.map(r -> indexAfter(earlier, r.runId())).orElse(0);
        List<Turn> before = earlier.subList(0, done).stream().flatMap(PromptComposer::led).toList();
        List<Turn> since =
                earlier.subList(done, earlier.size()).stream().flatMap(r -> since(r)).toList();
        int room =
                budget
                        - Tokens.of(instructions.length())
                        - Tokens.of(prompt.text().length())
                        - Tokens.IMAGE * prompt.images().size();
        Set<ProjectFile> fitting = fitting(files, room);
        room -= fitting.stream().mapToInt(f -> Tokens.of(f.text().length())).sum();
        int turns = before.size() + since.size();
        int kept = newest(Stream.concat(before.stream(), since.stream()).toList(), room);
        List<Turn> sentBefore = last(before, kept - since.size());
        List<Turn> sentSince = last(since, kept);
        List<Message> messages = new ArrayList<>();
        current.ifPresent(r -> messages.addAll(state(sentBefore, files, fitting)));
        sentSince.forEach(t -> messages.addAll(t.messages()));
        messages.add(prompt);
        SentContext sent =
                new SentContext(
                        parts(instructions, prompt, files, fitting, sentBefore, sentSince),
                        kept,
                        turns,
                        current.map(Revision::number).orElse(0));
        return new Composed(new GenerateRequest(model, instructions, messages, thinking), sent);
    }

    SystemPrompt system() {
        return system;
    }

    /// An earlier prompt and, if it is part of the conversation, what the model said.
    private record Turn(String prompt, Optional<String> reply) {
        private int tokens() {
            return Tokens.of(prompt.length() + reply.map(String::length).orElse(0));
        }

        private int lines() {
            return (int) (prompt.lines().count() + reply.map(r -> r.lines().count()).orElse(0L));
        }

        private List<Message> messages() {
            return List.of(Message.user(prompt), Message.model(reply.orElse("")));
        }
    }

    private static int indexAfter(List<Run> runs, String runId) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).id().equals(runId)) {
                return i + 1;
            }
        }
        return runs.size();
    }

    private static Set<ProjectFile> fitting(Artifact artifact, int room) {
        Set<ProjectFile> fitting = new HashSet<>();
        Optional<ProjectFile> page = artifact.entry();
        int left = room;
        for (ProjectFile file :
                Stream.concat(page.stream(), artifact.files().stream()).distinct().toList()) {
            int tokens = Tokens.of(file.text().length());
            if (tokens <= left || page.filter(file::equals).isPresent()) {
                fitting.add(file);
                left -= tokens;
            }
        }
        return fitting;
    }

    private static int newest(List<Turn> turns, int room) {
        int left = room;
        int kept = 0;
        for (Turn turn : turns.reversed()) {
            left -= turn.tokens();
            if (left < 0) {
                break;
            }
            kept++;
        }
        return kept;
    }

    private static List<Turn> last(List<Turn> turns, int count) {
        int kept = Math.max(0, Math.min(count, turns.size()));
        return turns.subList(turns.size() - kept, turns.size());
    }

    private static List<SentContext.Part> parts(
            String instructions,
            Message prompt,
            Artifact artifact,
            Set<ProjectFile> fitting,
            List<Turn> before,
            List<Turn> since) {
        List<SentContext.Part> parts = new ArrayList<>();
        parts.add(SentContext.Part.of(SentContext.Kind.SYSTEM, instructions));
        List<Turn> turns = Stream.concat(before.stream(), since.stream()).toList();
        if (!turns.isEmpty()) {
            parts.add(
                    new SentContext.Part(
                            SentContext.Kind.CONVERSATION,
                            "",
                            turns.stream().mapToInt(Turn::lines).sum(),
                            turns.stream().mapToInt(Turn::tokens).sum(),
                            true));
        }
        for (ProjectFile file : artifact.files()) {
            parts.add(
                    new SentContext.Part(
                            SentContext.Kind.FILE,
                            file.path(),
                            file.lines(),
                            Tokens.of(file.text().length()),
                            fitting.contains(file)));
        }
        parts.add(SentContext.Part.of(SentContext.Kind.PROMPT, prompt.text()));
        int images = prompt.images().size();
        if (images > 0) {
            parts.add(
                    new SentContext.Part(
                            SentContext.Kind.IMAGES, "", 0, images * Tokens.IMAGE, true));
        }
        return parts;
    }

    private static List<Message> state(
            List<Turn> turns, Artifact artifact, Set<ProjectFile> fitting) {
        Stream<String> prompts =
                turns.stream().map(t -> "- " + t.prompt().strip().replace("\n", "\n  "));
        String earlier =
                Stream.concat(Stream.of(EARLIER), prompts).collect(Collectors.joining("\n"));
        String files =
                artifact.files().stream()
                        .filter(fitting::contains)
                        .map(PromptComposer::fenced)
                        .collect(Collectors.joining("\n"));
        String rest =
                artifact.files().stream()
                        .filter(f -> !fitting.contains(f))
                        .map(ProjectFile::path)
                        .collect(Collectors.joining(", "));
        String more = rest.isEmpty() ? "" : "\n" + String.format(LEFT_OUT, rest) + "\n";
        return List.of(Message.user(earlier), Message.model(CURRENT + "\n\n" + files + more));
    }

    /// A prompt that led to the current files.
    private static Stream<Turn> led(Run run) {
        boolean counts = run.status() == RunStatus.COMPLETE || wasSaid(run);
        return counts && !run.origin().kind().isSameExchange()
                ? Stream.of(new Turn(run.prompt(), Optional.empty()))
                : Stream.empty();
    }

    /// A run that gave no whole revision but is part of the conversation: the model asked
    /// something, or its reply broke off. What the user stopped was not wanted.
    private static Stream<Turn> since(Run run) {
        return wasSaid(run) && !run.origin().kind().isSameExchange()
                ? Stream.of(new Turn(run.prompt(), Optional.of(said(run))))
                : Stream.empty();
    }

    private static boolean wasSaid(Run run) {
        return switch (run.status()) {
            case PARTIAL -> true;
            case FAILED -> !run.reply().isBlank();
            case COMPLETE, CANCELLED, RUNNING -> false;
        };
    }

    private static String said(Run run) {
        if (run.status() == RunStatus.PARTIAL) {
            return BROKE_OFF;
        }
        boolean[] code = {false};
        StringBuilder prose = new StringBuilder();
        ArtifactParser parser =
                new ArtifactParser(event -> {
                    if (event instanceof ArtifactEvent.Prose(String text)) {
                        prose.append(text);
                    } else {
                        code[0] = true;
                    }
                });
        parser.accept(run.reply());
        parser.finish();
        return code[0] ? (prose.toString().strip() + "\n\n" + NOT_MADE).strip() : run.reply();
    }

    private static String fenced(ProjectFile file) {
        String extension = file.path().substring(file.path().lastIndexOf('.') + 1);
        return Prompts.fenced(extension + " " + file.path(), file.text());
    }
}
