package dev.easel.ui;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Does what is asked for too often only now and then: the first at once, then the latest after
/// each pause. UI thread only.
public final class Throttle {
    private final PauseTransition pause;
    private @Nullable Runnable latest;

    /// @param pause between two that are done
    public Throttle(Duration pause) {
        this.pause = new PauseTransition(pause);
        this.pause.setOnFinished(e -> {
            Runnable due = latest;
            latest = null;
            if (due != null) {
                this.pause.playFromStart();
                due.run();
            }
        });
    }

    /// @param action takes the place of one that waits
    public void run(Runnable action) {
        if (pause.getStatus() == Animation.Status.RUNNING) {
            latest = action;
        } else {
            pause.playFromStart();
            action.run();
        }
    }

    /// What waits is not done; the next is done at once.
    public void cancel() {
        latest = null;
        pause.stop();
    }
}
