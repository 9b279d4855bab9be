package dev.easel.preview.guard;

import dev.easel.preview.guard.GuardedText.Place;
import dev.easel.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The guarded files of one load, to lead positions back to their originals. Thread-safe.
public final class GuardedFiles {
    private static final Texts TEXTS = Texts.of(GuardedFiles.class);

    /// Numbers of checks stay below 2^31.
    private static final int CHECKS_EACH = 100_000;

    private static final int MOST_IDS = 20_000;
    private static final int KEPT = 500;

    private final String origin;
    private final GuardCache cache;
    private final Map<String, GuardedText> texts = new ConcurrentHashMap<>();
    private final Map<String, String> originals = new ConcurrentHashMap<>();
    private final Map<Integer, MadeScript> made = new ConcurrentHashMap<>();
    private final AtomicInteger lastMade = new AtomicInteger();

    /// A place in a file.
    ///
    /// @param file path inside the project; as it was for other files
    public record Source(String file, Place place) {}

    /// @param origin what the addresses of the load's own files begin with, with a `/` at the end
    public GuardedFiles(String origin, GuardCache cache) {
        this.origin = origin;
        this.cache = cache;
    }

    /// Guards a file of the project.
    ///
    /// @param path as in its address, relative
    /// @param bridge where the preview's own tag goes, in front of which character
    /// @param tag what goes there, on one line; may be empty
    /// @return the text for the page
    public String guard(String path, FileKind kind, String text, int bridge, String tag) {
        List<Insertion> own =
                tag.isEmpty() ? List.of() : List.of(Insertion.opening(bridge, tag, -1, false));
        GuardedText guarded = cache.guard(kind, text, own);
        texts.put(path, guarded);
        originals.put(path, text);
        return guarded.text();
    }

    /// Guards code that the page makes at run time.
    ///
    /// @return the code for the page; empty when it needs nothing
    public String made(MadeKind kind, String code) {
        int id = lastMade.incrementAndGet() % MOST_IDS + 1;
        MadeScript script = new MadeScript(code, Guarding.made(kind, code, id * CHECKS_EACH));
        if (script.guarded().text().equals(code)) {
            return "";
        }
        made.put(id, script);
        made.remove(id - KEPT);
        return script.guarded().text();
    }

    /// Where a place of a guarded file is in the original. Unknown files stay as they are.
    ///
    /// @param file an address of the load or a path in it
    /// @param place as the engine says it
    public Source source(String file, Place place) {
        return spot(file, place)
                .map(spot -> spot.source().apply(spot.text().original(place)))
                .orElse(new Source(file, place));
    }

    private Source sourceOf(MadeScript script, Place place) {
        return originals.entrySet().stream()
                .flatMap(file ->
                        script
                                .in(file.getValue(), place)
                                .map(p -> new Source(file.getKey(), p))
                                .stream())
                .findFirst()
                .orElse(new Source(TEXTS.get("made"), place));
    }

    /// A stack with its positions led back.
    public String originalStack(String stack) {
        return stack.lines()
                .map(line ->
                        StackFrame.ofLine(line)
                                .map(this::original)
                                .map(StackFrame::toString)
                                .orElse(line))
                .collect(Collectors.joining("\n"));
    }

    private StackFrame original(StackFrame frame) {
        Source source = source(frame.file(), frame.place());
        return new StackFrame(frame.function(), source.file(), source.place());
    }

    /// What is known of the code at a place.
    Optional<Spot> spot(String file, Place place) {
        String path = path(file);
        return Optional.ofNullable(texts.get(path))
                .map(text -> new Spot(text, place, p -> new Source(path, p)));
    }

    /// What is known of the code at a check that says its number.
    ///
    /// @param document whose handlers the small numbers count; the large ones are of scripts made
    ///   at run time
    Optional<Spot> spot(int number, String document) {
        if (number < CHECKS_EACH) {
            return spot(document, new Place(1, 1))
                    .flatMap(spot ->
                            spot.text()
                                    .placeOf(Integer.toString(number))
                                    .map(place -> new Spot(spot.text(), place, spot.source())));
        }
        return Optional.ofNullable(made.get(number / CHECKS_EACH))
                .flatMap(script ->
                        script.guarded()
                                .placeOf(Integer.toString(number))
                                .map(place ->
                                        new Spot(
                                                script.guarded(),
                                                place,
                                                p -> sourceOf(script, p))));
    }

    /// A place of a guarded text.
    ///
    /// @param place in the guarded text
    /// @param source leads places of the original text to their files
    record Spot(GuardedText text, Place place, java.util.function.Function<Place, Source> source) {}

    private String path(String file) {
        String relative = file.startsWith(origin) ? file.substring(origin.length()) : file;
        return relative.replaceFirst("[?#].*", "");
    }
}
