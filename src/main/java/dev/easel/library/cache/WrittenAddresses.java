package dev.easel.library.cache;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The addresses that are written in the files that one load of a page was served, as opposed to
/// those that its scripts put together while they run.
///
/// Only written addresses are fetched without a question, because an address that is made at run
/// time can carry anything the page knows to whoever owns the host. Looking costs tens of
/// milliseconds for a megabyte, once, and only when an address is not in the cache. Thread-safe.
public final class WrittenAddresses {
    private static final int LONGEST_FILE = 5_000_000;

    /// Absolute addresses in running text, with and without blanks (font families have some).
    private static final Pattern ABSOLUTE = Pattern.compile("(?:https?:)?//[^\\s\"'`<>\\\\)]+");

    private static final Pattern QUOTED_ABSOLUTE =
            Pattern.compile("[\"'`](https?://[^\"'`<>\\\\\\n]+)[\"'`]");

    /// Links relative to the file: quoted, in `url(...)`, after `@import`.
    private static final Pattern RELATIVE =
            Pattern.compile(
                    "[\"'`](\\.{0,2}/[^\"'`<>\\s\\\\]*)[\"'`]"
                            + "|url\\(\\s*[\"']?([^\"')]+?)[\"']?\\s*\\)"
                            + "|@import\\s+[\"']([^\"']+)[\"']");

    private final List<Text> texts = new ArrayList<>();

    /// A file that was served.
    ///
    /// @param base its address, which its relative links continue
    public synchronized void add(String base, String text) {
        if (text.length() <= LONGEST_FILE) {
            texts.add(new Text(base, text));
        }
    }

    /// Whether an address is written in any of the files: whole, or as the prefix of an import map
    /// with the rest in an import.
    public synchronized boolean contains(WebAddress address) {
        return texts.stream().anyMatch(t -> t.addresses().contains(address.text()))
                || texts.stream().flatMap(t -> t.prefixesOf(address)).anyMatch(this::isImported);
    }

    /// The addresses of the files in which an address is written.
    synchronized Set<String> filesThatName(WebAddress address) {
        Set<String> result = new HashSet<>();
        for (Text text : texts) {
            if (text.addresses().contains(address.text())) {
                result.add(text.base);
            }
        }
        return result;
    }

    private boolean isImported(String rest) {
        return texts.stream()
                .anyMatch(t ->
                        t.text.contains("/" + rest + "\"")
                                || t.text.contains("/" + rest + "'")
                                || t.text.contains("/" + rest + "`"));
    }

    /// One file, read when it is first asked about.
    private static final class Text {
        private final String base;
        private final String text;
        private final Set<String> addresses = new HashSet<>();
        private boolean read;

        Text(String base, String text) {
            this.base = base;
            // As HTML and JSON write them.
            this.text = text.replace("&amp;", "&").replace("\\/", "/");
        }

        Set<String> addresses() {
            if (!read) {
                read = true;
                find(ABSOLUTE);
                find(QUOTED_ABSOLUTE);
                find(RELATIVE);
            }
            return addresses;
        }

        Stream<String> prefixesOf(WebAddress address) {
            return addresses().stream()
                    .filter(a -> a.endsWith("/") && address.text().startsWith(a))
                    .map(a -> address.text().substring(a.length()))
                    .filter(rest -> !rest.isEmpty());
        }

        private void find(Pattern pattern) {
            WebAddress from = WebAddress.parse(base).orElseThrow();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String link = matcher.group();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    link = matcher.group(i) == null ? link : matcher.group(i);
                }
                from.resolve(link).ifPresent(a -> addresses.add(a.text()));
            }
        }
    }
}
