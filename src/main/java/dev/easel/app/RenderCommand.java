package dev.easel.app;

import dev.easel.preview.PageRenderer;
import dev.easel.preview.RenderException;
import dev.easel.preview.RenderReport;
import dev.easel.preview.RenderRequest;
import dev.easel.project.Project;
import dev.easel.project.Revision;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `easel render`: opens a page in the preview of the window, without one, and tells what happened.
@Command(
        name = "render",
        description =
                "Opens a page in Easel's preview, with no network unless it is allowed, and tells what happened."
                        + " Exit status: 0 rendered, 1 rendered with page errors, 2 bad usage, 3 could not render.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|DIR|PROJECT",
            description = "an HTML or SVG file, a folder, or an id of 'easel history'")
    private String page = "";

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1280x800",
            description = "default: ${DEFAULT-VALUE}")
    private String size = "";

    @Option(
            names = "--wait",
            paramLabel = "MS",
            defaultValue = "500",
            description = "after the load; default: ${DEFAULT-VALUE}")
    private long wait;

    @Option(
            names = "--timeout",
            paramLabel = "MS",
            defaultValue = "30000",
            description = "for the load and for each expression; default: ${DEFAULT-VALUE}")
    private long timeout;

    @Option(names = "--screenshot", paramLabel = "FILE", description = "a PNG of the page")
    private @Nullable Path screenshot;

    @Option(
            names = "--eval",
            paramLabel = "JS",
            description = "an expression; a promise is awaited")
    private List<String> expressions = new ArrayList<>();

    @Option(
            names = "--allow-network",
            description =
                    "fetch, over https from public hosts, what the page's files name and Easel's"
                            + " library lacks, and keep it; without this, nothing is fetched")
    private boolean allowNetwork;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        int[] pixels = pixels();
        try (Services services = new Services();
                PageRenderer renderer = PageRenderer.start(services.commandNetwork(allowNetwork))) {
            RenderRequest request =
                    source(services)
                            .withSize(pixels[0], pixels[1])
                            .withDelay(Duration.ofMillis(wait))
                            .withTimeout(Duration.ofMillis(timeout))
                            .withExpressions(expressions);
            if (screenshot != null) {
                request = request.withScreenshot(screenshot);
            }
            RenderReport report = renderer.render(request);
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? report.toJson().toPrettyString() : RenderText.of(report));
            out.flush();
            return report.errors().isEmpty() ? 0 : EaselCommand.PAGE_ERRORS;
        }
    }

    private int[] pixels() {
        String[] parts = size.toLowerCase(Locale.ROOT).split("x", -1);
        try {
            int width = Integer.parseInt(parts[0]);
            int height = Integer.parseInt(parts[1]);
            if (parts.length == 2 && width > 0 && height > 0 && width <= 8192 && height <= 8192) {
                return new int[] {width, height};
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Said below, with everything else that is not a size.
        }
        throw new ParameterException(
                spec.commandLine(),
                "--size takes width and height such as 1000x700, at most 8192 each; got: " + size);
    }

    private RenderRequest source(Services services) throws RenderException {
        Path path = Path.of(page);
        if (Files.exists(path)) {
            return RenderRequest.of(path);
        }
        if (page.matches("[0-9a-f-]{6,}")) {
            for (Project project : services.history().projects()) {
                if (project.id().startsWith(page)) {
                    Revision last =
                            OpenedProject.load(services.history(), project)
                                    .latest()
                                    .orElseThrow(() ->
                                            new EaselCommand.Failure(
                                                    "The project has no revision to render."));
                    return RenderRequest.of(last.artifact());
                }
            }
        }
        throw new ParameterException(
                spec.commandLine(), "There is no file, folder or project " + page + ".");
    }
}
