package dev.easel.app;

import dev.easel.editor.CodeMark;
import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// Marks the lines of the code at which the running page had errors. UI thread only.
final class ErrorMarks {
    private static final int MOST = 100;

    private final ObservableList<ConsoleEntry> console;
    private final ObservableList<CodeMark> marks;

    /// A page may write a thousand lines a second.
    private final PauseTransition pause = new PauseTransition(Duration.millis(150));

    /// Keeps marks for as long as there is the console.
    ///
    /// @param console of the page; emptied when another load begins
    /// @param marks those of the code that the page was made from
    static void follow(ObservableList<ConsoleEntry> console, ObservableList<CodeMark> marks) {
        ErrorMarks errors = new ErrorMarks(console, marks);
        console.addListener((InvalidationListener) o -> errors.changed());
    }

    private ErrorMarks(ObservableList<ConsoleEntry> console, ObservableList<CodeMark> marks) {
        this.console = console;
        this.marks = marks;
        pause.setOnFinished(e -> mark());
    }

    private void changed() {
        if (console.isEmpty()) {
            marks.clear();
        } else if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    private void mark() {
        List<CodeMark> now =
                console.stream()
                        .filter(e -> e.level() == Level.ERROR && e.line() > 0)
                        .map(e -> new CodeMark(e.file(), e.line(), e.text()))
                        .distinct()
                        .limit(MOST)
                        .toList();
        if (!marks.equals(now)) {
            marks.setAll(now);
        }
    }
}
