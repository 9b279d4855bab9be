package dev.easel.app;

import dev.easel.history.HistoryException;
import dev.easel.preview.RenderException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line. Exit status: 0 done, 1 rendered with page errors, 2 bad usage, 3 could not do
/// it, 4 not done because the daily limit would be passed.
@Command(
        name = "easel",
        description =
                "A desktop playground for generated UI demos. Without a command it opens the window.",
        mixinStandardHelpOptions = true,
        versionProvider = EaselCommand.Version.class,
        subcommands = {
            GenerateCommand.class,
            RenderCommand.class,
            HistoryCommand.class,
            ModelsCommand.class
        })
final class EaselCommand implements Runnable {
    static final int PAGE_ERRORS = 1;
    static final int FAILED = 3;
    static final int OVER_LIMIT = 4;

    /// A command cannot do its work; the message is for the user.
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    /// Reads what the build wrote.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Easel " + BuildInfo.read().version()};
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// @return the exit status
    static int run(String... args) {
        CommandLine line = new CommandLine(new EaselCommand());
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
        return args.length == 0 ? DemoCommand.run(line) : line.execute(args);
    }

    private static int failed(Exception e, PrintWriter err) {
        switch (e) {
            case Failure said -> err.println("easel: " + said.getMessage());
            case HistoryException said -> err.println("easel: " + said.getMessage());
            case RenderException said -> err.println("easel: " + said.getMessage());
            default -> {
                err.println("easel: an error in Easel itself, please report it: " + e);
                e.printStackTrace(err);
            }
        }
        err.flush();
        return FAILED;
    }

    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                "easel: name a command; "
                        + String.join(", ", List.copyOf(spec.subcommands().keySet())));
    }
}
