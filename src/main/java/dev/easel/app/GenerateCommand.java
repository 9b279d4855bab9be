package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.generate.RunHandle;
import dev.easel.generate.RunSpec;
import dev.easel.library.Library;
import dev.easel.preview.PageRenderer;
import dev.easel.preview.RenderRequest;
import dev.easel.preview.sandbox.PreviewNetwork;
import dev.easel.project.Artifact;
import dev.easel.project.Attachment;
import dev.easel.project.Prompt;
import dev.easel.project.Run;
import dev.easel.project.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `easel generate`: one run from a prompt to files, kept in the history like a run of the window.
@Command(
        name = "generate",
        description =
                "Asks a model and writes the files it makes. Thoughts and progress go to standard error;"
                        + " without --out the reply itself streams to standard output.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    // Demos begin with a fade or a boot screen.
    private static final Duration SETTLED = Duration.ofSeconds(4);

    @Parameters(paramLabel = "PROMPT", description = "what to make, or what to change")
    private String prompt = "";

    @Mixin private final ProviderOptions providers = new ProviderOptions();

    @Option(names = "--model", paramLabel = "ID", description = "any model id, listed or not")
    private String model = "";

    @Option(
            names = "--thinking",
            paramLabel = "LEVEL",
            description = "off, minimal, low, medium, high, ...")
    private String thinking = "";

    @Option(
            names = "--attach",
            paramLabel = "IMG",
            description =
                    "an image to go with the prompt (PNG, JPEG, WebP, GIF, BMP; SVG goes into the"
                            + " prompt as code); repeatable")
    private List<Path> attachments = new ArrayList<>();

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "what it is to become: free, page, svg, three, game, dashboard")
    private String preset = "";

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "change the files of this folder")
    private @Nullable Path project;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the files go; default: the --project folder")
    private @Nullable Path out;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "also render the result to a PNG")
    private @Nullable Path screenshot;

    @Option(names = "--json", description = "print one JSON object instead of the reply")
    private boolean json;

    @Option(
            names = "--over-limit",
            description = "run even if the daily limit of the settings would be passed")
    private boolean overLimit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (Services services = providers.services()) {
            Path target = out != null ? out : project;
            GenerateProgress progress =
                    new GenerateProgress(
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr(),
                            !json && target == null);
            if (overLimit) {
                services.liftLimit();
            }
            RunSpec request = request(services);
            if (!new LimitNotes(spec.commandLine(), json).allow(services, request)) {
                return EaselCommand.OVER_LIMIT;
            }
            Run run = generate(services, request, progress);
            Optional<Artifact> made = progress.revision().map(r -> r.artifact());
            if (made.isPresent() && target != null) {
                FileSink.write(made.get(), target);
            }
            Optional<String> picture =
                    made.isPresent() ? takeScreenshot(made.get()) : Optional.empty();
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(
                                GenerateReport.json(
                                        run,
                                        request.images().stream().map(Attachment::note).toList(),
                                        progress.revision(),
                                        Optional.ofNullable(target),
                                        picture));
            } else {
                progress.summary(run, Optional.ofNullable(target), picture);
            }
            return run.status() == RunStatus.COMPLETE ? 0 : EaselCommand.FAILED;
        }
    }

    private RunSpec request(Services services) {
        Prompt asked = AttachOption.attach(prompt, attachments);
        Guidance guidance = new Guidance(AttachOption.preset(preset), "");
        var provider = providers.choose(services);
        Optional<String> projectId =
                project == null
                        ? Optional.empty()
                        : Optional.of(FolderImport.into(services.history(), project).id());
        projectId.ifPresent(id ->
                guidance.settings()
                        .forEach((name, value) ->
                                services.history().setProjectSetting(id, name, value)));
        return new RunSpec(
                        provider,
                        services.modelFor(provider, model),
                        thinking,
                        asked.text(),
                        projectId,
                        asked.images())
                .with(guidance);
    }

    private Run generate(Services services, RunSpec request, GenerateProgress progress)
            throws Exception {
        RunHandle handle = services.runs().start(request, progress);
        // Ctrl+C: end the server's work at once and keep what has arrived.
        Thread stop = new Thread(() -> stop(handle));
        Runtime.getRuntime().addShutdownHook(stop);
        Run run = handle.await().run();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // Ctrl+C was pressed: the JVM waits for the hook, and so do we.
            Thread.currentThread().join();
        }
        return run;
    }

    private static void stop(RunHandle handle) {
        handle.cancel();
        try {
            handle.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> takeScreenshot(Artifact artifact) throws Exception {
        if (screenshot == null || artifact.entry().isEmpty()) {
            return Optional.empty();
        }
        try (PageRenderer renderer = PageRenderer.start(new PreviewNetwork(new Library()))) {
            renderer.render(
                    RenderRequest.of(artifact).withDelay(SETTLED).withScreenshot(screenshot));
        }
        return Optional.of(screenshot.toString());
    }
}
