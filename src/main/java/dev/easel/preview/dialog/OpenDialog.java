package dev.easel.preview.dialog;

import java.util.concurrent.CompletableFuture;

/// A question that waits for its answer. By identity: two pages may ask the same.
public final class OpenDialog {
    private final PageQuestion question;
    private final boolean silenceable;
    private final CompletableFuture<PageAnswer> answer = new CompletableFuture<>();

    OpenDialog(PageQuestion question, boolean silenceable) {
        this.question = question;
        this.silenceable = silenceable;
    }

    public PageQuestion question() {
        return question;
    }

    /// Whether this page has asked so often that its user may want to hear no more.
    public boolean isSilenceable() {
        return silenceable;
    }

    CompletableFuture<PageAnswer> answer() {
        return answer;
    }
}
