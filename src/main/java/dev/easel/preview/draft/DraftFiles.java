package dev.easel.preview.draft;

import dev.easel.preview.sandbox.PageSource;
import dev.easel.text.BundledText;
import dev.easel.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a reply that is being written. Pages can read those that are whole, and the page
/// that shows the draft. Written on the UI thread only.
final class DraftFiles implements PageSource {
    private static final Texts TEXTS = Texts.of(DraftFiles.class);
    private static final String PAGE = shell();
    private static final Pattern BODY =
            Pattern.compile("<body[^>]*>\\s*<[a-z]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("<svg[^>]*>", Pattern.CASE_INSENSITIVE);
    // An import map, an import, or a script of that name:
    // https://threejs.org/manual/#en/installation
    private static final Pattern THREE =
            Pattern.compile(
                    "[\"']three[\"']\\s*:|from\\s*[\"']three[\"'/]|[/\"'](?:three@[^\"'\\s]*"
                            + "|three(?:\\.module)?(?:\\.min)?\\.js)[\"'/]");
    private static final int OVERLAP = 2_000;
    private static final Pattern XML_PROLOG =
            Pattern.compile("^\\s*(?:<\\?xml[^>]*\\?>\\s*)?(?:<!DOCTYPE[^>]*>\\s*)?");

    private final Map<Pattern, Integer> looked = new HashMap<>();
    private boolean visible;
    private final Map<String, StringBuilder> growing = new LinkedHashMap<>();
    private final Map<String, byte[]> whole = new ConcurrentHashMap<>();

    void start(String path) {
        looked.clear();
        whole.remove(path);
        growing.put(path, new StringBuilder());
    }

    void add(String path, String text) {
        growing.computeIfAbsent(path, p -> new StringBuilder()).append(text);
    }

    void end(String path) {
        StringBuilder text = growing.get(path);
        if (text != null) {
            whole.put(path, text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The page or picture that the draft shows, if one has begun.
    Optional<String> shown() {
        return ending(".html", ".htm").or(() -> ending(".svg"));
    }

    private Optional<String> ending(String... endings) {
        return growing.keySet().stream()
                .filter(p -> {
                    String name = p.toLowerCase(Locale.ROOT);
                    return Stream.of(endings).anyMatch(name::endsWith);
                })
                .findFirst();
    }

    /// Whether there is something to see.
    boolean isVisible() {
        visible = visible || shown().map(p -> finds(isPicture(p) ? PICTURE : BODY)).orElse(false);
        return visible;
    }

    /// Whether the page draws with three.js: nothing of it can be seen before its script runs.
    boolean isThree() {
        return shown().isPresent() && finds(THREE);
    }

    // Only in what is new since the last look, and a little before it: a reply may have 10 MB.
    private boolean finds(Pattern pattern) {
        CharSequence text = text(shown().orElseThrow());
        int from = Math.max(0, Math.min(looked.getOrDefault(pattern, 0), text.length()) - OVERLAP);
        looked.put(pattern, text.length());
        return pattern.matcher(text).region(from, text.length()).find();
    }

    /// What is to be written from a place on, as HTML: a parser of XML would show nothing of a
    /// picture that is not whole.
    String from(int written) {
        return shown().map(p ->
                        written == 0
                                ? beginning(p)
                                : text(p).subSequence(written, length()).toString())
                .orElse("");
    }

    private CharSequence text(String path) {
        return growing.getOrDefault(path, new StringBuilder());
    }

    int length() {
        return shown().map(p -> text(p).length()).orElse(0);
    }

    private String beginning(String path) {
        String text = text(path).toString();
        return isPicture(path)
                ? "<!DOCTYPE html><style>body { margin: 0 }"
                        + " body > svg:not([width]) { display: block; width: 100vw; height: 100vh }"
                        + "</style>"
                        + XML_PROLOG.matcher(text).replaceFirst("")
                : text;
    }

    private static boolean isPicture(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    @Override
    public Optional<byte[]> read(String path) {
        return path.equals(DRAFT)
                ? Optional.of(PAGE.getBytes(StandardCharsets.UTF_8))
                : Optional.ofNullable(whole.get(path));
    }

    @Override
    public Optional<String> entry() {
        return Optional.of(DRAFT);
    }

    private static String shell() {
        return BundledText.read(DraftFiles.class, "draft.html")
                .replace("{{title}}", TEXTS.get("title"))
                .replace("{{note}}", TEXTS.get("note"));
    }
}
