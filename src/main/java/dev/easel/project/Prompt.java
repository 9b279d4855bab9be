package dev.easel.project;

import java.util.List;

/// What the user asks: words, and images that go along with them.
public record Prompt(String text, List<Attachment> images) {
    public Prompt {
        images = List.copyOf(images);
    }

    /// A prompt without images.
    public static Prompt of(String text) {
        return new Prompt(text, List.of());
    }
}
