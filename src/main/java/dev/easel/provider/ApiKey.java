package dev.easel.provider;

/// A key as the user pasted it. Its text is only in [#value()]: it is neither printed nor logged by
/// accident, and [#redact] takes it out of what servers say.
public final class ApiKey {
    // Local servers want any word as a key ("ollama"); taking that out of messages would spoil
    // them.
    private static final int SHORTEST_SECRET = 8;

    private final String value;

    /// @param pasted white space around it is dropped
    public ApiKey(String pasted) {
        this.value = pasted.strip();
    }

    /// What goes into the header. For nothing else.
    public String value() {
        return value;
    }

    /// Whether it can stand in a header: one or more printable ASCII characters, no space.
    ///
    /// Ask before sending: HTTP clients refuse other characters with a message that quotes the key.
    public boolean isSendable() {
        return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /// `text` without this key; some servers quote the key that they refuse.
    public String redact(String text) {
        return value.length() < SHORTEST_SECRET ? text : text.replace(value, "[key]");
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
