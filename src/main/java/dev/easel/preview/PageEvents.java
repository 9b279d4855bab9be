package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import dev.easel.preview.sandbox.OpenPage;
import dev.easel.preview.sandbox.PageBridge;
import dev.easel.preview.sandbox.PageMessage;
import dev.easel.preview.sandbox.PageMessages;
import dev.easel.preview.sandbox.PageSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a view tells, inside the page's script: sorts the bridge's messages from the page's own
/// dialogs, and gives each to who answers it. UI thread.
final class PageEvents implements PageView.Listener {
    private final PageMessages messages = new PageMessages();
    private final PageLog log;
    private final PageQuestions questions;
    private final PageGuard guard;
    private final Supplier<@Nullable OpenPage> loads;
    private final BiConsumer<PageMessage, OpenPage> taker;

    /// @param loads the load of the page that is shown; null when there is none
    /// @param taker takes what the bridge says
    PageEvents(
            PageLog log,
            PageQuestions questions,
            PageGuard guard,
            Supplier<@Nullable OpenPage> loads,
            BiConsumer<PageMessage, OpenPage> taker) {
        this.log = log;
        this.questions = questions;
        this.guard = guard;
        this.loads = loads;
        this.taker = taker;
    }

    @Override
    public void alert(String text) {
        OpenPage load = loads.get();
        if (load == null) {
            return;
        }
        String prefix = PageBridge.prefix(load);
        if (text.startsWith(prefix)) {
            messages.read(text.substring(prefix.length())).ifPresent(m -> taker.accept(m, load));
        } else if (log.hasStarted() && !PageBridge.isMessage(text)) {
            log.console().add(ConsoleEntry.of(Level.ALERT, text), false);
            questions.alert(text);
        }
    }

    @Override
    public boolean confirm(String text) {
        return log.hasStarted() && questions.confirm(text);
    }

    @Override
    public @Nullable String prompt(String text, String initial) {
        if (!PageBridge.isMessage(text)) {
            return log.hasStarted() ? questions.prompt(text, initial) : null;
        }
        OpenPage load = loads.get();
        return load != null && text.startsWith(PageBridge.prefix(load))
                ? answer(text.substring(PageBridge.prefix(load).length()), load)
                : PageQuestions.ENDED;
    }

    private String answer(String message, OpenPage load) {
        return guard.answer(message, load)
                .or(() -> messages.read(message).map(questions::answer))
                .orElse(PageQuestions.NO);
    }

    @Override
    public void waited(long nanos) {
        guard.waited(nanos);
    }

    @Override
    public List<String> chooseFiles(boolean several, List<String> types) {
        return log.hasStarted() ? questions.chooseFiles(several, types) : List.of();
    }

    @Override
    public boolean mayGo(String address) {
        OpenPage load = loads.get();
        if (load == null || load.mayGo(address)) {
            return true;
        }
        log.refuse(address, "Only pages of the project are shown here");
        return false;
    }

    @Override
    public void print() {
        if (log.hasStarted()) {
            questions.print();
        }
    }

    @Override
    public void fromEngine(String text, int line, String file) {
        OpenPage load = loads.get();
        // A draft runs no scripts, and need not say so for each.
        boolean isDraft = file.endsWith("/" + PageSource.DRAFT);
        if (isDraft && text.startsWith("Blocked script execution")) {
            return;
        }
        if (load != null && log.hasStarted()) {
            log.takeFromEngine(load.relative(text), line, load.relative(file));
        }
    }

    @Override
    public void trouble(String text) {
        log.console()
                .add(
                        ConsoleEntry.of(
                                Level.WARN, "Nothing that this page stores is kept: " + text),
                        false);
    }
}
