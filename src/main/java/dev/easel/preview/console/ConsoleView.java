package dev.easel.preview.console;

import dev.easel.preview.console.ConsoleContent.Failure;
import dev.easel.preview.console.ConsoleContent.Input;
import dev.easel.preview.console.ConsoleContent.Pending;
import dev.easel.preview.console.ConsoleContent.Result;
import dev.easel.preview.console.ConsoleSource.Evaluated;
import dev.easel.text.Texts;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The console tab: filters above, lines, and a line to ask the page below.
///
/// Ctrl+L empties it and Ctrl+F searches it while the focus is inside.
public final class ConsoleView extends Tab {
    private final ConsoleSource source;
    private final Texts texts = Texts.of(ConsoleView.class);
    private final ConsoleLog log = new ConsoleLog();
    private final ConsoleRows rows;
    private final ConsoleListView list;
    private final ConsoleBarView bar;
    private final ConsoleFeed feed;

    /// @param later runs on the UI thread after what it is doing now
    /// @param clock tells when a page was loaded again
    public ConsoleView(ConsoleSource source, Executor later, Clock clock) {
        this.source = source;
        setId("consoleTab");
        setClosable(false);
        var keeps = new SimpleBooleanProperty();
        rows = new ConsoleRows(log, new ConsoleTree(source), later);
        list = new ConsoleListView(rows, source::openSource, texts);
        feed = new ConsoleFeed(source, rows, keeps, clock);
        bar = new ConsoleBarView(rows::setFilter, keeps, this::copyAll, this::clear, texts);
        ConsoleInputView input = new ConsoleInputView(this::run, source::complete, texts);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox content = new VBox(bar, list, input);
        content.getStyleClass().add("console");
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setContent(content);
        feed.setOnAdd(this::add);
        source.dropped().addListener(o -> count());
        rows.rows().subscribe(this::count);
        count();
    }

    // The list must be asked before it has the new rows.
    private void add(Runnable rowsAdded) {
        boolean follows = list.isAtEnd();
        rowsAdded.run();
        if (follows) {
            list.showEnd();
        }
        count();
    }

    private void count() {
        bar.count(log, lines(), source.dropped().get());
        list.showWhyEmpty(log.nodes().isEmpty() ? "console.empty" : "console.filtered");
        int errors = log.count(ConsoleFilter.Kind.ERRORS);
        setText(errors == 0 ? texts.get("console.tab") : texts.get("console.tab.errors", errors));
    }

    private int lines() {
        return (int) rows.rows().stream().filter(row -> row.node().parent() == null).count();
    }

    private void run(String line) {
        feed.add(new Input(line));
        ConsoleNode answer = feed.add(new Pending());
        list.showEnd();
        source.evaluate(line)
                .whenComplete((evaluated, problem) -> {
                    answer.setContent(outcome(evaluated, problem));
                    add(() -> rows.changed(answer));
                });
    }

    private static ConsoleContent outcome(
            @Nullable Evaluated evaluated, @Nullable Throwable problem) {
        if (evaluated != null) {
            return new Result(evaluated.value(), evaluated.isThrown());
        }
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null
                        ? problem.getCause()
                        : problem;
        return new Failure(String.valueOf(cause == null ? problem : cause.getMessage()));
    }

    private void copyAll() {
        ConsoleListView.copy(log.nodes());
    }

    private void clear() {
        feed.clear();
        count();
    }

    private void pressed(KeyEvent key) {
        boolean isShortcut = key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown();
        if (isShortcut && key.getCode() == KeyCode.L) {
            clear();
            key.consume();
        } else if (isShortcut && key.getCode() == KeyCode.F) {
            bar.focusSearch();
            key.consume();
        }
    }
}
