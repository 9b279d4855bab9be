package dev.easel.preview.pick;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text files that a page consists of: its document, and what that names, as far as the project
/// has it.
final class PageFiles {
    private static final int MOST = 40;
    private static final int LARGEST = 4 << 20;

    /// `src`, `href`, `import ... from`, `import(...)`: what is no file of the project is not
    /// found.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:\\b(?:src|href)\\s*=\\s*|\\bfrom\\s*|\\bimport\\s*\\(?\\s*)"
                            + "[\"']([^\"'?#\\s]{1,200}\\.(?:js|mjs|jsx|ts|tsx|html|htm|svg))");

    private PageFiles() {}

    /// Reads one file of the project.
    interface Reader {
        Optional<byte[]> read(String path) throws IOException;
    }

    /// @param entry the page's document
    /// @return path and text, the document first
    static Map<String, String> of(Reader reader, String entry) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(entry);
        for (int tried = 0; !waiting.isEmpty() && tried < MOST; tried++) {
            String path = waiting.remove();
            Optional<byte[]> bytes =
                    files.containsKey(path) ? Optional.<byte[]>empty() : reader.read(path);
            if (bytes.isPresent() && bytes.get().length < LARGEST) {
                String text = new String(bytes.get(), StandardCharsets.UTF_8);
                files.put(path, text);
                Matcher named = NAMED.matcher(text);
                while (named.find()) {
                    resolve(path, named.group(1)).ifPresent(waiting::add);
                }
            }
        }
        return files;
    }

    private static Optional<String> resolve(String from, String name) {
        if (name.contains(":") || name.startsWith("//")) {
            return Optional.empty();
        }
        String folder = name.startsWith("/") ? "" : from.substring(0, from.lastIndexOf('/') + 1);
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + name).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }
}
