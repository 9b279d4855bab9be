package dev.easel.preview.dialog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The open questions of one preview's page, the latest on top. UI thread.
///
/// ```java
/// PageAnswer answer = dialogs.ask(new PageQuestion.Confirm("Sure?"));   // holds the script
/// dialogs.answer(dialogs.currentProperty().get(), "");                  // from the view
/// ```
///
/// Nothing that a page does can lock its user out: the window answers while a question waits,
/// questions inside of questions are bounded, from the second on the page can be silenced, and
/// [#end()] ends them all.
public final class PageDialogs {
    private static final int DEEPEST = 3;
    private static final int SILENCEABLE_FROM = 2;

    private final NestedLoop loop;
    private final Executor later;
    private final Deque<OpenDialog> open = new ArrayDeque<>();
    private final Set<OpenDialog> held = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable OpenDialog> current =
            new ReadOnlyObjectWrapper<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean attended;
    private boolean silenced;
    private int asked;
    private int waiting;

    /// @param later runs on the UI thread after what it does now, in particular after the script
    ///   that asked
    public PageDialogs(NestedLoop loop, Executor later) {
        this.loop = loop;
        this.later = later;
    }

    /// The question to show; null when there is none.
    public ReadOnlyObjectProperty<@Nullable OpenDialog> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Says whether somebody sees the questions. When nobody does any more, those that wait are
    /// refused.
    public void attend(boolean someone) {
        attended = someone;
        if (!someone) {
            settleAll(PageAnswer.REFUSED);
        }
    }

    /// Asks, and holds the script that called until there is an answer.
    public PageAnswer ask(PageQuestion question) {
        if (!attended) {
            return PageAnswer.UNATTENDED;
        }
        if (silenced || open.size() >= DEEPEST) {
            return question instanceof PageQuestion.Alert
                    ? PageAnswer.given("")
                    : PageAnswer.REFUSED;
        }
        return loop.mayWait() ? hold(push(question)) : PageAnswer.LATER;
    }

    private PageAnswer hold(OpenDialog dialog) {
        waiting++;
        held.add(dialog);
        try {
            if (!dialog.answer().isDone()) {
                loop.enter(dialog);
            }
        } finally {
            waiting--;
            held.remove(dialog);
            // The loop also ends without an answer, when the toolkit does.
            settle(dialog, PageAnswer.ENDED);
            afterLastWait();
        }
        return dialog.answer().join();
    }

    private void afterLastWait() {
        if (waiting == 0) {
            afterwards.forEach(later::execute);
            afterwards.clear();
        }
    }

    /// Asks without holding anything. While another such question is open, and when the page's
    /// questions are silenced, the answer is no.
    public CompletionStage<PageAnswer> request(PageQuestion question) {
        boolean isBusy = open.stream().anyMatch(d -> !d.question().blocks());
        if (!attended || silenced || isBusy || open.size() >= DEEPEST) {
            return CompletableFuture.completedStage(
                    attended ? PageAnswer.REFUSED : PageAnswer.UNATTENDED);
        }
        return push(question).answer();
    }

    /// Shows what Easel itself has to say about an earlier question.
    public void tell(String text) {
        if (attended) {
            OpenDialog notice = new OpenDialog(new PageQuestion.Notice(text), false);
            open.push(notice);
            current.set(notice);
        }
    }

    private OpenDialog push(PageQuestion question) {
        asked++;
        OpenDialog dialog = new OpenDialog(question, asked >= SILENCEABLE_FROM);
        open.push(dialog);
        current.set(dialog);
        return dialog;
    }

    /// Agrees. Does nothing when the question has been answered already.
    ///
    /// @param value what was typed or chosen
    public void answer(OpenDialog dialog, String value) {
        settle(dialog, PageAnswer.given(value));
    }

    /// Declines.
    public void dismiss(OpenDialog dialog) {
        settle(dialog, PageAnswer.REFUSED);
    }

    /// From now on this page's questions are answered without being shown: alerts at once, all
    /// others with no.
    public void silence() {
        silenced = true;
    }

    /// The page goes: its questions end, and the next page begins with none.
    public void end() {
        settleAll(PageAnswer.ENDED);
        silenced = false;
        asked = 0;
    }

    /// Runs a task when no script waits: at once, or after the last one has run on to its end.
    public void whenNoneWaits(Runnable task) {
        if (waiting == 0) {
            task.run();
        } else {
            afterwards.add(task);
        }
    }

    private void settleAll(PageAnswer answer) {
        // A copy: whoever hears of an answer may ask the next question.
        List.copyOf(open).forEach(dialog -> settle(dialog, answer));
    }

    private void settle(OpenDialog dialog, PageAnswer answer) {
        if (!open.remove(dialog)) {
            return;
        }
        current.set(open.peek());
        dialog.answer().complete(answer);
        if (held.remove(dialog)) {
            loop.exit(dialog);
        }
    }
}
