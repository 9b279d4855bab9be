package dev.easel.app;

import java.nio.file.Path;
import picocli.CommandLine;

/// What a start without a display and without arguments does: the main job all the same, on a
/// sample.
final class DemoCommand {
    private static final String SAMPLE = "balloons";

    private DemoCommand() {}

    /// @return the exit status
    static int run(CommandLine line) {
        Path folder = Path.of("easel-demo");
        line.getErr()
                .println(
                        """
                        easel: there is no display here, so no window can open. Making a built-in sample instead,
                        easel: from its prompt to files and a picture, as 'easel generate' would with a model.\
                        """);
        line.getErr().flush();
        String prompt;
        try (Services services = new Services()) {
            prompt = services.samples().find(SAMPLE).orElseThrow().prompt();
        }
        Path picture = folder.resolve("screenshot.png");
        int status =
                line.execute(
                        "generate",
                        prompt,
                        "--provider",
                        "samples",
                        "--model",
                        SAMPLE,
                        "--out",
                        folder.toString(),
                        "--screenshot",
                        picture.toString());
        if (status == 0) {
            line.getErr()
                    .println(
                            """
                            easel: open easel-demo/index.html in a browser, or easel-demo/screenshot.png.
                            easel: for the window, start ./easel in a desktop session, or with ssh -X, or under
                            easel: Xvfb: xvfb-run ./easel. Everything else works here: ./easel --help\
                            """);
            line.getErr().flush();
        }
        return status;
    }
}
