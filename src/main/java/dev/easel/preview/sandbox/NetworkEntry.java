package dev.easel.preview.sandbox;

/// One request of a page and what became of it.
///
/// @param method e.g. `GET`
/// @param url as the page asked, cut at 2,000 characters
/// @param bytes of the answer's body; 0 when nothing was sent
/// @param note what is worth knowing, e.g. `0.160.0 was asked for, 0.181.1 is bundled`; may be
///   empty
public record NetworkEntry(String method, String url, Outcome outcome, long bytes, String note) {
    private static final int LONGEST = 2_000;

    /// Why a request that would have replaced the page is denied.
    static final String LEAVES = "A page may not leave its project";

    public NetworkEntry {
        url = url.length() > LONGEST ? url.substring(0, LONGEST) + "…" : url;
    }

    /// Whether the page was about to go to another address.
    public boolean leaves() {
        return outcome == Outcome.DENIED && note.equals(LEAVES);
    }

    /// What became of a request. None of them leaves the computer.
    public enum Outcome {
        /// A file of the project.
        PROJECT,
        /// The library has it in the version that was asked for.
        BUNDLED,
        /// The library has it in another version.
        SUBSTITUTED,
        /// The address is of another host, or a kind of connection that is not allowed.
        DENIED,
        /// The project has no such file.
        MISSING
    }
}
