package dev.easel.preview.sandbox;

import java.util.Locale;
import java.util.regex.Pattern;

/// One request of a page and what became of it.
///
/// @param method e.g. `GET`
/// @param url as the page asked, cut at 2,000 characters
/// @param bytes of the answer's body; 0 when nothing was sent
/// @param note what is worth knowing, e.g. `0.160.0 was asked for, 0.181.1 is bundled`; may be
///   empty
/// @param kind what the page wanted it for: `script`, `style`, `image`, `font`, `empty` for fetch
///   and XHR, ...; empty when unknown
/// @param offered whether the user can have it fetched
public record NetworkEntry(
        String method,
        String url,
        Outcome outcome,
        long bytes,
        String note,
        String kind,
        boolean offered) {
    private static final int LONGEST = 2_000;
    private static final Pattern OWN =
            Pattern.compile("https://[^/?#]*" + Pattern.quote(OpenPage.DOMAIN) + "(?=[/?#]|$)");

    /// Why a request that would have replaced the page is denied.
    static final String LEAVES = "A page may not leave its project";

    public NetworkEntry {
        url = url.length() > LONGEST ? url.substring(0, LONGEST) + "…" : url;
    }

    /// A request of an unknown kind that nobody can have fetched.
    public NetworkEntry(String method, String url, Outcome outcome, long bytes, String note) {
        this(method, url, outcome, bytes, note, "", false);
    }

    /// Whether the address is of a project's made-up origin.
    public boolean isOwn() {
        return OWN.matcher(url).lookingAt();
    }

    /// Whether the page was about to go to another address.
    public boolean leaves() {
        return outcome == Outcome.DENIED && note.equals(LEAVES);
    }

    /// What became of a request. Only FETCHED ones, and those that failed to be, left the computer.
    public enum Outcome {
        /// A file of the project.
        PROJECT,
        /// The library has it in the version that was asked for.
        BUNDLED,
        /// It was fetched with consent at an earlier time, and is kept.
        CACHED,
        /// The library has it in another version.
        SUBSTITUTED,
        /// The address is of another host, or a kind of connection that is not allowed.
        DENIED,
        /// The project has no such file, or what was to be fetched with consent did not come.
        MISSING,
        /// It was fetched with consent just now.
        FETCHED;

        /// As reports write it: `project`, `bundled`, ...
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
