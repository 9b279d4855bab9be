package dev.easel.provider;

import java.util.List;

/// One turn of the conversation.
public record Message(Role role, String text, List<Image> images) {
    /// Who speaks.
    public enum Role {
        USER,
        MODEL
    }

    /// An image that goes along with a prompt.
    ///
    /// @param mimeType e.g. `image/png`
    public record Image(String mimeType, byte[] bytes) {}

    public Message {
        images = List.copyOf(images);
    }

    public static Message user(String text) {
        return new Message(Role.USER, text, List.of());
    }

    public static Message model(String text) {
        return new Message(Role.MODEL, text, List.of());
    }
}
