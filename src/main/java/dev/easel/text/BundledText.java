package dev.easel.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts that travel inside the program: pages, prompts, tables, SQL.
public final class BundledText {
    private BundledText() {}

    /// Reads a whole text; UTF-8.
    ///
    /// @param in whose package a relative name belongs to
    /// @param name as [Class#getResourceAsStream(String)] takes it
    /// @throws IllegalStateException if the program was built without it
    public static String read(Class<?> in, String name) {
        try (InputStream stream = in.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Missing from the program: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
