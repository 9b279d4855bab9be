package dev.easel.preview;

import dev.easel.preview.dialog.PageAnswer;
import dev.easel.preview.dialog.PageDialogs;
import dev.easel.preview.dialog.PageQuestion;
import dev.easel.preview.sandbox.PageMessage;
import dev.easel.preview.sandbox.PageWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what a page's script calls into questions, and their answers into what the script gets.
/// Called inside the script, on the UI thread.
final class PageQuestions {
    /// What the bridge reads when somebody declined.
    static final String NO = "no";

    /// What the bridge reads when its page was replaced.
    static final String ENDED = "ended";

    private final PageDialogs dialogs;

    PageQuestions(PageDialogs dialogs) {
        this.dialogs = dialogs;
    }

    /// The answer to a message of the bridge, as `dialogs.js` reads it.
    String answer(PageMessage message) {
        if (!(message instanceof PageWish.Ask ask)) {
            return NO;
        }
        PageAnswer answer = dialogs.ask(question(ask));
        return switch (answer.kind()) {
            case GIVEN -> "yes:" + answer.value();
            case REFUSED -> NO;
            case ENDED -> ENDED;
            case LATER -> "later";
            case UNATTENDED -> "yes:" + ask.initial();
        };
    }

    private static PageQuestion question(PageWish.Ask ask) {
        return switch (ask.dialog()) {
            case ALERT -> new PageQuestion.Alert(ask.text());
            case CONFIRM -> new PageQuestion.Confirm(ask.text());
            case PROMPT -> new PageQuestion.Prompt(ask.text(), ask.initial());
        };
    }

    /// `alert` of a frame that has no bridge.
    void alert(String text) {
        dialogs.ask(new PageQuestion.Alert(text));
    }

    /// `confirm` of a frame that has no bridge.
    boolean confirm(String text) {
        return isYes(dialogs.ask(new PageQuestion.Confirm(text)));
    }

    /// `prompt` of a frame that has no bridge.
    @Nullable String prompt(String text, String initial) {
        PageAnswer answer = dialogs.ask(new PageQuestion.Prompt(text, initial));
        return switch (answer.kind()) {
            case GIVEN -> answer.value();
            case UNATTENDED -> initial;
            case REFUSED, ENDED, LATER -> null;
        };
    }

    /// @return absolute paths
    List<String> chooseFiles(boolean several, List<String> types) {
        PageAnswer answer = dialogs.ask(new PageQuestion.ChooseFiles(several, types));
        return answer.isGiven() ? answer.value().lines().toList() : List.of();
    }

    boolean print() {
        return dialogs.ask(new PageQuestion.Print()).isGiven();
    }

    private static boolean isYes(PageAnswer answer) {
        return answer.isGiven() || answer.kind() == PageAnswer.Kind.UNATTENDED;
    }
}
