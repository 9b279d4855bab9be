package dev.easel.preview;

import dev.easel.preview.guard.LoopGuard;
import dev.easel.preview.guard.StoppedLoop;
import dev.easel.preview.guard.TaskClock;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.OpenPage;
import dev.easel.preview.sandbox.PageMessages;
import dev.easel.preview.sandbox.GuardQuestion;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Answers the questions of a page's bridge, and keeps what was stopped. UI thread.
final class PageGuard {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PageMessages messages = new PageMessages();
    private final TaskClock clock =
            new TaskClock(System::nanoTime, THREADS::getCurrentThreadCpuTime);
    private final LoopGuard loops = new LoopGuard(clock, this::stopped);
    private final ObservableList<StoppedLoop> stopped = FXCollections.observableArrayList();
    private final ObservableList<StoppedLoop> readOnly =
            FXCollections.unmodifiableObservableList(stopped);
    private final PageLog log;
    private final UiBeat beat;

    /// @param later runs on the UI thread, when it is free
    PageGuard(Executor later, PageLog log) {
        this.log = log;
        beat = new UiBeat(later, clock::beat);
    }

    /// A page is about to be loaded.
    void begin() {
        stopped.clear();
        loops.reset();
        beat.start();
    }

    /// @param limit of a task; null for none
    void setLimit(@Nullable Duration limit) {
        loops.setLimit(limit);
    }

    /// No page is shown any more.
    void end() {
        beat.stop();
    }

    /// @param question without its prefix
    /// @return empty when it is not for the guard
    Optional<String> answer(String question, OpenPage load) {
        return messages.question(question)
                .map(q ->
                        switch (q) {
                            case GuardQuestion.Task task -> mayGoOn(task, load);
                            case GuardQuestion.Made made ->
                                    load.guarded().made(made.kind(), made.code());
                        });
    }

    private String mayGoOn(GuardQuestion.Task task, OpenPage load) {
        if (task.isFresh()) {
            clock.beat();
        }
        return task.isStopped()
                ? loops.stopped(load.guarded(), task.stack(), task.number())
                : loops.mayGoOn(load.guarded(), task.stack(), task.number());
    }

    private void stopped(StoppedLoop loop) {
        stopped.add(loop);
        log.console()
                .add(
                        new ConsoleEntry(
                                Level.ERROR,
                                LoopGuard.text(loop),
                                loop.file(),
                                loop.line(),
                                loop.column(),
                                ""),
                        false);
    }

    ObservableList<StoppedLoop> stopped() {
        return readOnly;
    }
}
