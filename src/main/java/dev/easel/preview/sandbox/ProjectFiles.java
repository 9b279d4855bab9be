package dev.easel.preview.sandbox;

import dev.easel.library.MediaTypes;
import java.io.IOException;
import java.util.Optional;

/// Serves the files of a page's own project; documents get the bridge.
final class ProjectFiles {
    /// @return empty when the project has no such file
    Optional<PageAnswer.Content> answer(PageRequest request, OpenPage page) throws IOException {
        Optional<String> path = request.path().flatMap(p -> file(p, page));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return page.source()
                .read(path.get())
                .map(bytes -> content(request, page, MediaTypes.of(path.get()), bytes));
    }

    /// `/` is the entry, `/folder/` its index page.
    private static Optional<String> file(String path, OpenPage page) {
        if (path.isEmpty()) {
            return page.source().entry();
        }
        return Optional.of(path.endsWith("/") ? path + "index.html" : path)
                .filter(p -> !p.contains("\0") && !p.startsWith("/") && !isClimbing(p));
    }

    private static boolean isClimbing(String path) {
        return ("/" + path.replace('\\', '/') + "/").contains("/../");
    }

    private static PageAnswer.Content content(
            PageRequest request, OpenPage page, String type, byte[] bytes) {
        byte[] body = ServedFile.of(request, page, type, bytes);
        return new PageAnswer.Content(
                200, body, AnswerHeaders.of(request, TextCharset.contentType(type, body)));
    }
}
