package dev.easel.preview.sandbox;

import java.util.Map;

/// What a page gets for a request.
sealed interface PageAnswer {
    /// An answer as a server would give it; a class because an array has no value semantics.
    final class Content implements PageAnswer {
        private final int status;
        private final byte[] body;
        private final Map<String, String> headers;

        Content(int status, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.body = body;
            this.headers = Map.copyOf(headers);
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        /// Names in lower case.
        Map<String, String> headers() {
            return headers;
        }
    }

    /// No answer at all: the page sees a failed connection.
    record Refused(String reason) implements PageAnswer {}
}
