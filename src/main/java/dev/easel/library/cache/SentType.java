package dev.easel.library.cache;

import dev.easel.library.MediaTypes;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;

/// The media type of an answer, and whether it can be what the page asked for.
final class SentType {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

    /// For these a web page is a sign of an error page or of a login.
    private static final Set<String> NEVER_A_PAGE =
            Set.of("script", "style", "image", "font", "worker", "audio", "video", "json");

    private final String sent;
    private final boolean strict;
    private final WebAddress address;

    SentType(Response response, WebAddress address) {
        String header = Objects.requireNonNullElse(response.header("Content-Type"), "");
        this.sent = header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        this.strict = "nosniff".equalsIgnoreCase(response.header("X-Content-Type-Options"));
        this.address = address;
    }

    /// @param kind what the page wants it for; empty when unknown
    /// @return empty when the answer cannot be that
    Optional<String> of(String kind) {
        return sent.equals("text/html") && NEVER_A_PAGE.contains(kind)
                ? Optional.empty()
                : Optional.of(isVague() ? MediaTypes.of(address.name()) : sent);
    }

    /// Browsers look at the file itself then; its ending tells as much.
    private boolean isVague() {
        return !PLAIN.matcher(sent).matches()
                || sent.equals("application/octet-stream")
                || sent.equals("binary/octet-stream")
                || (sent.equals("text/plain") && !strict && !endingIsUnknown());
    }

    private boolean endingIsUnknown() {
        return MediaTypes.of(address.name()).equals("application/octet-stream");
    }
}
