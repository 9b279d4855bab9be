package dev.easel.app;

import dev.easel.generate.RunSpec;
import dev.easel.project.Project;
import dev.easel.project.Prompt;
import dev.easel.project.Run;
import dev.easel.prompt.RunCard;
import java.util.Optional;
import java.util.function.Consumer;

/// How what stands around the prompt changes what the window is about. UI thread only.
record AskingInWindow(MainViewModel main, SidebarPort sidebar) implements Asking.Window {
    @Override
    public Optional<String> projectId() {
        return Optional.ofNullable(main.projectProperty().get()).map(Project::id);
    }

    @Override
    public void generate(Prompt asked) {
        main.starts().ask(asked);
    }

    @Override
    public void stop() {
        main.stop();
    }

    @Override
    public RunSpec spec(Prompt asked) {
        return main.spec(asked);
    }

    @Override
    public void allow(RunSpec spec, Runnable start, Consumer<String> refused) {
        main.gate().alone(spec, start, refused);
    }

    @Override
    public void made(Project made) {
        main.opened(made);
    }

    @Override
    public void enhanced(Run run, RunCard card) {
        boolean isOpen = projectId().filter(run.projectId()::equals).isPresent();
        if (isOpen && main.conversation().card(run.id()).isEmpty()) {
            main.conversation().add(card);
        }
        sidebar.refresh();
    }

    @Override
    public void changed() {
        main.sendsOther();
    }
}
