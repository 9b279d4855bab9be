package dev.easel.preview.sandbox;

import dev.easel.library.MediaTypes;
import dev.easel.library.cache.OutsideAnswer;
import dev.easel.library.cache.OutsideFiles;
import dev.easel.library.cache.OutsideRequest;
import dev.easel.library.cache.WebAddress;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;

/// Answers what is neither the page's own nor bundled: from the files that the user let in, or not
/// at all.
final class Outside {
    private final Optional<OutsideFiles> files;

    Outside(Optional<OutsideFiles> files) {
        this.files = files;
    }

    /// Remembers which addresses a served file names.
    static void note(PageRequest request, OpenPage page, PageAnswer.Content answer) {
        String type = answer.headers().getOrDefault("content-type", "");
        String plain = type.replaceFirst(";.*", "");
        if (MediaTypes.isText(plain)) {
            page.written()
                    .add(
                            request.url().toExternalForm(),
                            new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /// @param absence why the library has no answer, where it should have one
    PageAnswer answer(PageRequest request, OpenPage page, String absence) {
        if (request.method().equals("OPTIONS") && isKept(request)) {
            return new PageAnswer.Content(
                    204, new byte[0], AnswerHeaders.of(request, "text/plain"));
        }
        OutsideAnswer answer =
                files.map(f -> f.answer(asked(request, page)))
                        .orElseGet(() -> new OutsideAnswer.Denied(false, ""));
        return switch (answer) {
            case OutsideAnswer.Content content -> content(request, page, content);
            case OutsideAnswer.Moved(String to, boolean fresh, String note) -> {
                page.report(request, fresh ? Outcome.FETCHED : Outcome.CACHED, 0, note, false);
                Map<String, String> headers =
                        new LinkedHashMap<>(AnswerHeaders.of(request, "text/plain"));
                headers.put("location", to);
                yield new PageAnswer.Content(302, new byte[0], headers);
            }
            case OutsideAnswer.Denied(boolean offered, String note) -> {
                String why = note.isEmpty() ? absence : note;
                page.report(request, Outcome.DENIED, 0, why, offered);
                yield new PageAnswer.Refused("The preview has no network: " + request.host());
            }
            case OutsideAnswer.Failed(String note) -> {
                page.report(request, Outcome.MISSING, 0, note, true);
                yield new PageAnswer.Refused(note);
            }
        };
    }

    private boolean isKept(PageRequest request) {
        return files.isPresent()
                && WebAddress.parse(request.url().toExternalForm())
                        .flatMap(files.get().cached()::find)
                        .isPresent();
    }

    private static PageAnswer content(
            PageRequest request, OpenPage page, OutsideAnswer.Content content) {
        byte[] body = content.body();
        Outcome outcome = content.isFresh() ? Outcome.FETCHED : Outcome.CACHED;
        page.report(request, outcome, body.length, "", false);
        PageAnswer.Content answer =
                new PageAnswer.Content(
                        200,
                        body,
                        AnswerHeaders.of(
                                request, TextCharset.contentType(content.mediaType(), body)));
        note(request, page, answer);
        return answer;
    }

    private static OutsideRequest asked(PageRequest request, OpenPage page) {
        return new OutsideRequest(
                page.projectId(),
                request.url().toExternalForm(),
                request.kind(),
                request.isGet() && request.header("authorization").isEmpty(),
                // What a page loads synchronously would stop the window until it is there.
                !Platform.isFxApplicationThread(),
                page.written());
    }
}
