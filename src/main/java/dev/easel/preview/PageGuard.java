package dev.easel.preview;

import dev.easel.preview.guard.LoopGuard;
import dev.easel.preview.guard.StoppedLoop;
import dev.easel.preview.guard.TaskClock;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.GuardQuestion;
import dev.easel.preview.sandbox.OpenPage;
import dev.easel.preview.sandbox.PageMessages;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Keeps a page from keeping the window: answers the questions of its bridge, stops its loops,
/// watches its memory, and knows which projects' pages are not to run. UI thread.
final class PageGuard {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RAISE = 4;
    private static final int TICKS_A_MEASUREMENT = 20;

    private final PageMessages messages = new PageMessages();
    private final TaskClock clock =
            new TaskClock(System::nanoTime, THREADS::getCurrentThreadCpuTime);
    private final LoopGuard loops = new LoopGuard(clock, this::stopped);
    private final ObservableList<StoppedLoop> stopped = FXCollections.observableArrayList();
    private final ObservableList<StoppedLoop> readOnly =
            FXCollections.unmodifiableObservableList(stopped);
    private final ReadOnlyObjectWrapper<GuardStatus> status =
            new ReadOnlyObjectWrapper<>(new GuardStatus.Quiet());
    private final ReadOnlyObjectWrapper<PageGrowth> growth =
            new ReadOnlyObjectWrapper<>(PageGrowth.NONE);

    /// Limits that were raised, by project.
    private final Map<String, Duration> limits = new HashMap<>();

    /// Projects that are not to run, and why: true after a hang.
    private final Map<String, Boolean> held = new HashMap<>();

    private final Set<String> warned = new HashSet<>();
    private final Executor later;
    private final PageLog log;
    private final UiBeat beat;
    private Duration limit = LoopGuard.LIMIT;
    private String project = "";
    private volatile @Nullable StartWatch watch;
    private volatile ProcessMemory start = ProcessMemory.now();

    /// @param later runs on the UI thread, when it is free
    PageGuard(Executor later, PageLog log) {
        this.later = later;
        this.log = log;
        beat = new UiBeat(later, new Beat());
    }

    /// Where pages that do not answer are noted.
    void setNote(StartNote note) {
        watch = new StartWatch(note);
    }

    /// A page is about to be loaded.
    ///
    /// @return whether its scripts run
    boolean begin(String projectId) {
        stopped.clear();
        loops.reset();
        project = projectId;
        loops.setLimit(limits.getOrDefault(projectId, limit));
        boolean runs = !held.containsKey(projectId);
        status.set(
                runs
                        ? new GuardStatus.Quiet()
                        : new GuardStatus.Held(held.getOrDefault(projectId, false)));
        // A page that is held after a hang stays on the note until it is run and answers.
        if (watch != null && !held.getOrDefault(projectId, false)) {
            watch.begin(runs ? projectId : "");
        }
        warned.remove(projectId);
        growth.set(PageGrowth.NONE);
        start = ProcessMemory.now();
        beat.start();
        return runs;
    }

    /// The page's code has waited so long for the graphics driver, until now.
    void waited(long nanos) {
        clock.waited(nanos);
    }

    /// No page is shown any more.
    void end() {
        status.set(new GuardStatus.Quiet());
        growth.set(PageGrowth.NONE);
        if (watch != null) {
            watch.begin("");
        }
        project = "";
        beat.stop();
    }

    /// As [#end()], for the end of the program: what is to be noted is on the disk afterwards.
    void finish() {
        end();
        if (watch != null) {
            watch.tick(null, 0);
        }
    }

    /// Lets a project's pages run, or not, from their next load on.
    ///
    /// @param hung whether that is because the window did not answer
    void setRunning(String projectId, boolean runs, boolean hung) {
        if (runs) {
            held.remove(projectId);
        } else {
            held.put(projectId, hung);
        }
    }

    /// @param newLimit of a task, where none was raised
    void setLimit(Duration newLimit) {
        limit = newLimit;
        loops.setLimit(limits.getOrDefault(project, limit));
    }

    /// Gives tasks of the shown project four times as long, from the next load on.
    void raiseLimit() {
        limits.merge(project, limit.multipliedBy(RAISE), (old, first) -> old.multipliedBy(RAISE));
    }

    /// How long a task of the shown project may take.
    Duration limit() {
        return limits.getOrDefault(project, limit);
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
        if (task.isStopped()) {
            String words = loops.stopped(load.guarded(), task.stack(), task.number());
            if (!task.isFresh()) {
                return words;
            }
        }
        if (task.isFresh()) {
            clock.beat();
            return loops.mayGoOn(load.guarded(), "", 0);
        }
        return loops.mayGoOn(load.guarded(), task.stack(), task.number());
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
        boolean forGood = loops.isStoppedForGood();
        // Not inside the page's script: views would be laid out there.
        later.execute(() ->
                status.set(
                        forGood
                                ? new GuardStatus.StoppedForGood(loop)
                                : new GuardStatus.Stopped(loop)));
    }

    ObservableList<StoppedLoop> stopped() {
        return readOnly;
    }

    ReadOnlyObjectProperty<GuardStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Measured every two seconds.
    ReadOnlyObjectProperty<PageGrowth> growthProperty() {
        return growth.getReadOnlyProperty();
    }

    /// The user has seen it.
    void dismiss() {
        status.set(new GuardStatus.Quiet());
    }

    private void measured(PageGrowth now) {
        if (project.isEmpty()) {
            return;
        }
        growth.set(now);
        if (now.endangers() && warned.add(project)) {
            status.set(new GuardStatus.Large(now.bytes()));
        }
    }

    private final class Beat implements UiBeat.Listener {
        private int ticks;

        @Override
        public void beat() {
            clock.beat();
        }

        @Override
        public void tick(@Nullable Thread ui, long silent) {
            StartWatch watching = watch;
            if (watching != null) {
                watching.tick(ui, silent);
            }
            if (++ticks % TICKS_A_MEASUREMENT == 0) {
                PageGrowth now = PageGrowth.between(start, ProcessMemory.now());
                later.execute(() -> measured(now));
            }
        }
    }
}
