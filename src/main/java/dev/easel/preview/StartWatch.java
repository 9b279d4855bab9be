package dev.easel.preview;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Keeps the note of a page that does not answer.
///
/// A page is on the note for its first seconds, when it may crash WebKit, and again whenever it
/// keeps the UI thread inside WebKit for long: in a built-in function, where no check is.
final class StartWatch {
    private static final int PROVEN_AFTER_TICKS = 30;
    private static final long HANGS_AFTER_MILLIS = 2_500;

    private final StartNote note;

    /// Another object for each load.
    private volatile Load load = new Load("");

    /// A page was run since the note was cleared, perhaps for too short a time to be noted. It may
    /// be on the note of the program before.
    private volatile boolean hasRun;

    private Load seen = load;
    private boolean isNoted;
    private int answered;

    private static final class Load {
        final String project;

        Load(String project) {
            this.project = project;
        }
    }

    StartWatch(StartNote note) {
        this.note = note;
    }

    /// A page is about to start. Any thread.
    ///
    /// @param projectId empty when no page runs from now on
    void begin(String projectId) {
        if (!projectId.isEmpty()) {
            hasRun = true;
        }
        load = new Load(projectId);
    }

    /// @param silent milliseconds for which the UI thread has not answered
    synchronized void tick(@Nullable Thread ui, long silent) {
        Load now = load;
        if (now != seen) {
            seen = now;
            note(now.project);
        } else if (silent == 0) {
            answered++;
            if (isNoted && answered >= PROVEN_AFTER_TICKS) {
                note("");
            }
        } else if (!isNoted && silent > HANGS_AFTER_MILLIS && isInPage(ui)) {
            note(now.project);
        }
    }

    private void note(String project) {
        answered = 0;
        if (!project.isEmpty()) {
            note.write(project);
        } else if (isNoted || hasRun) {
            hasRun = false;
            note.clear();
        }
        isNoted = !project.isEmpty();
    }

    private static boolean isInPage(@Nullable Thread ui) {
        return ui != null
                && Arrays.stream(ui.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.webkit"));
    }
}
