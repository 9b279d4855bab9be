package dev.easel.app;

import dev.easel.cost.CostWords;
import dev.easel.generate.ArtifactEvent;
import dev.easel.generate.RunEvent;
import dev.easel.project.Edit;
import dev.easel.project.Revision;
import dev.easel.project.Run;
import dev.easel.project.Timings;
import dev.easel.project.Usage;
import dev.easel.prompt.Figures;
import dev.easel.provider.Retry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows a run in a terminal: the reply on one stream, thoughts and progress on the other.
final class GenerateProgress implements Consumer<RunEvent> {
    private static final int LINES_PER_NOTE = 250;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean showReply;
    private boolean thinking;
    private String file = "";
    private int lines;
    private @Nullable Revision revision;
    private final List<Run> ended = new ArrayList<>();

    /// @param showReply whether `out` gets the reply; else files and lines are noted on `err`
    GenerateProgress(PrintWriter out, PrintWriter err, boolean showReply) {
        this.out = out;
        this.err = err;
        this.showReply = showReply;
    }

    /// What the run made; known once it has ended.
    Optional<Revision> revision() {
        return Optional.ofNullable(revision);
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started(var project, Run run) ->
                    err.println(
                            "easel: asking "
                                    + run.provider()
                                    + (run.model().isEmpty() ? "" : " " + run.model()));
            case RunEvent.Thought(String text) -> thought(text);
            case RunEvent.Artifact(ArtifactEvent e) -> artifact(e);
            case RunEvent.Answering(String version) ->
                    err.println("easel: " + version + " answers");
            case RunEvent.Retrying(Retry retry) -> {
                endThoughts();
                long millis = Duration.between(Instant.now(), retry.until()).toMillis();
                err.printf(
                        Locale.ROOT,
                        "easel: %s Attempt %d of %d in %.1f s; Ctrl+C stops.%n",
                        retry.reason().getMessage(),
                        retry.attempt(),
                        retry.of(),
                        Math.max(0, millis) / 1000.0);
            }
            case RunEvent.Adapted(String message) -> err.println("easel: " + message);
            case RunEvent.Timed timed -> {}
            case RunEvent.Counted counted -> {}
            case RunEvent.Warned(String message) -> err.println("easel: " + message);
            case RunEvent.Sends sends -> {}
            case RunEvent.Ended(Run run, Optional<Revision> made, boolean goesOn) -> {
                endThoughts();
                revision = made.orElse(null);
                ended.add(run);
                if (goesOn) {
                    err.println("easel: " + Figures.of(run));
                    err.println("easel: " + run.message() + " Asking again.");
                }
                out.flush();
            }
        }
        err.flush();
    }

    /// Prints how it ended, for people.
    void summary(Run run, Optional<Path> target, Optional<String> screenshot) {
        out.println();
        out.flush();
        if (!run.message().isEmpty()) {
            err.println("easel: " + run.message());
        }
        revision()
                .ifPresent(r -> {
                    String where =
                            target.map(t -> " in " + t).orElse("; add --out DIR to write them");
                    err.println(
                            "easel: "
                                    + r.artifact().files().size()
                                    + " file(s), "
                                    + r.artifact().lines()
                                    + " lines"
                                    + where);
                });
        screenshot.ifPresent(s -> err.println("easel: screenshot in " + s));
        if (!run.usage().equals(Usage.NONE) || !run.timings().equals(Timings.NONE)) {
            err.println("easel: " + Figures.of(run));
        }
        if (!CostWords.price(run).isEmpty()) {
            err.println("easel: price: " + CostWords.price(run));
        }
        if (ended.size() > 1) {
            err.println("easel: " + CostWords.together(ended));
        }
        err.flush();
    }

    private void thought(String text) {
        if (!thinking) {
            err.println("easel: thinking ...");
            thinking = true;
        }
        err.print(text);
    }

    private void endThoughts() {
        if (thinking) {
            err.println();
            thinking = false;
        }
    }

    private void artifact(ArtifactEvent event) {
        endThoughts();
        switch (event) {
            case ArtifactEvent.Prose(String text) -> reply(text);
            case ArtifactEvent.FileStarted(String path) -> {
                file = path;
                lines = 0;
                note("easel: writing " + path);
                reply("----- " + path + "\n");
            }
            case ArtifactEvent.FileText(String path, String text) -> {
                count(text);
                reply(text);
            }
            case ArtifactEvent.FileEnded(String path, boolean closed) -> {
                note("easel: " + path + ": " + lines + " lines" + (closed ? "" : ", cut off"));
                reply("\n-----\n");
            }
            case ArtifactEvent.EditsStarted(String path) -> {
                file = path;
                note("easel: changing " + path);
                reply("----- changes in " + path + "\n");
            }
            case ArtifactEvent.Edited(String path, Edit edit) -> {
                lines(edit.search(), "- ");
                lines(edit.replace(), "+ ");
            }
            case ArtifactEvent.BadEdit(String path, String text) -> lines(text, "? ");
            case ArtifactEvent.EditsEnded ended -> reply("-----\n");
        }
    }

    private void count(String text) {
        int before = lines;
        lines += (int) text.chars().filter(c -> c == '\n').count();
        if (before / LINES_PER_NOTE != lines / LINES_PER_NOTE) {
            note("easel: " + file + ": " + lines + " lines ...");
        }
    }

    private void lines(String text, String mark) {
        text.lines().forEach(l -> reply(mark + l + "\n"));
    }

    private void note(String text) {
        if (!showReply) {
            err.println(text);
        }
    }

    private void reply(String text) {
        if (showReply) {
            out.print(text);
            out.flush();
        }
    }
}
