package dev.easel.preview;

import dev.easel.preview.engine.LaterExecutor;
import dev.easel.preview.sandbox.OpenPage;
import dev.easel.preview.sandbox.PageBridge;
import dev.easel.preview.sandbox.PageMessage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;

/// Calls into the bridge of the shown page. UI thread.
final class PageScript {
    /// Where the bridge is.
    record Target(WebEngine engine, OpenPage load) {
        Object call(String call) {
            return engine.executeScript(PageBridge.call(load, call));
        }
    }

    private final Evaluations evaluations = new Evaluations(new LaterExecutor());
    private final Supplier<Optional<Target>> targets;

    /// @param targets empty while no page is shown
    PageScript(Supplier<Optional<Target>> targets) {
        this.targets = targets;
    }

    /// Calls a function of the bridge that answers, now or later, with a message.
    ///
    /// @return fails with an [EvaluationException]
    CompletionStage<String> ask(String function, String javaScript) {
        CompletableFuture<String> result = new CompletableFuture<>();
        Optional<Target> target = targets.get();
        if (target.isEmpty()) {
            result.completeExceptionally(new EvaluationException("No page is shown"));
            return result;
        }
        long id = evaluations.begin(result);
        try {
            target.get().call(function + "(" + id + ", " + JsonText.quoted(javaScript) + ")");
        } catch (JSException e) {
            answer(new PageMessage.Answer(id, "", "The page is not ready: " + e.getMessage()));
        }
        return result;
    }

    /// Calls a function of the bridge that answers at once; empty when there is nobody to ask.
    Optional<String> call(String call) {
        try {
            return targets.get().map(target -> String.valueOf(target.call(call)));
        } catch (JSException e) {
            return Optional.empty();
        }
    }

    void answer(PageMessage.Answer answer) {
        evaluations.answer(answer);
    }

    void failAll(String why) {
        evaluations.failAll(why);
    }
}
