package dev.easel.preview.pick;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector;

/// Finds an element of the running page in the files it came from.
///
/// The page may have changed since it was read, so elements written in HTML are compared by id,
/// classes, attributes and text; the most alike one is taken, if it is alike enough. What is not
/// written anywhere is made by a script: then the place that names its id or classes is taken.
final class ElementSource {
    private static final double ALIKE = 3;

    private final Map<String, String> files;

    /// @param files path and text, the page's document first
    ElementSource(Map<String, String> files) {
        this.files = files;
    }

    Optional<SourcePlace> find(PickedElement picked) {
        return files.entrySet().stream()
                .filter(f -> f.getKey().toLowerCase(Locale.ROOT).matches(".*\\.(html?|svg|xhtml)"))
                .flatMap(f -> written(f.getKey(), f.getValue(), picked).stream())
                .findFirst()
                .or(() -> made(picked));
    }

    private static Optional<SourcePlace> written(String path, String text, PickedElement picked) {
        Document document = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
        Set<Element> named = named(document, picked.selector());
        Element wanted = opening(picked);
        return document.getElementsByTag(picked.tag()).stream()
                .filter(e -> e.sourceRange().isTracked() && !e.sourceRange().isImplicit())
                .map(e ->
                        new Candidate(e, likeness(e, wanted, picked) + (named.contains(e) ? 2 : 0)))
                .filter(c -> c.likeness() >= ALIKE)
                // The first of equals.
                .max(
                        Comparator.comparingDouble(Candidate::likeness)
                                .thenComparing(c -> -c.element().sourceRange().startPos()))
                .map(c ->
                        new SourcePlace(
                                path, c.element().sourceRange().start().lineNumber(), true));
    }

    private record Candidate(Element element, double likeness) {}

    private static Set<Element> named(Document document, String selector) {
        String last = selector.substring(selector.lastIndexOf(" >>> ") + 1).replace(">>> ", "");
        try {
            return new LinkedHashSet<>(document.select(last));
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return Set.of();
        }
    }

    private static Element opening(PickedElement picked) {
        Element body = Jsoup.parseBodyFragment(picked.openingTag()).body();
        // Tags that only stand in tables or heads are dropped by the parser.
        return body.childrenSize() == 1 ? body.child(0) : new Element(picked.tag());
    }

    /// 0 when it is another element for sure.
    private static double likeness(Element written, Element wanted, PickedElement picked) {
        if (!written.id().equals(picked.id()) && !written.id().isEmpty()) {
            return 0;
        }
        double likeness = picked.id().isEmpty() ? 0 : written.id().equals(picked.id()) ? 6 : -1;
        Set<String> live = Set.copyOf(picked.classes());
        for (String name : written.classNames()) {
            likeness += live.contains(name) ? 2 : -1;
        }
        for (var attribute : wanted.attributes()) {
            boolean counts = !attribute.getKey().matches("id|class|style");
            boolean same = written.attr(attribute.getKey()).equals(attribute.getValue());
            likeness += counts ? (same ? 1.5 : -0.2) : 0;
        }
        String text = written.text();
        String seen = picked.text().replace("…", "");
        if (!text.isEmpty()
                && (text.equals(seen) || (seen.length() > 40 && text.startsWith(seen)))) {
            likeness += 2;
        }
        boolean isOnly =
                written.ownerDocument() != null
                        && written.ownerDocument().getElementsByTag(picked.tag()).size() == 1;
        return likeness + (isOnly ? 2 : 0);
    }

    private Optional<SourcePlace> made(PickedElement picked) {
        return traces(picked).flatMap(p -> trace(p).stream()).findFirst();
    }

    /// What a script may write that makes such an element, the most telling first.
    private static Stream<Pattern> traces(PickedElement picked) {
        String quote = "[\"'`]";
        Stream<String> id =
                picked.id().isEmpty()
                        ? Stream.of()
                        : Stream.of(
                                "\\bid"
                                        + quote
                                        + "?\\s*[=:,]\\s*\\\\?"
                                        + quote
                                        + Pattern.quote(picked.id())
                                        + "\\\\?"
                                        + quote);
        List<String> classes = picked.classes();
        Stream<String> together =
                classes.size() < 2
                        ? Stream.of()
                        : Stream.of(
                                quote + Pattern.quote(String.join(" ", classes)) + "\\\\?" + quote);
        Stream<String> each =
                classes.stream()
                        .map(c ->
                                "(?:class|className|classList\\.add\\()"
                                        + quote
                                        + "?\\s*[=:,(]?\\s*\\{?\\\\?"
                                        + quote
                                        + "[^\"'`\\n]*(?<![\\w-])"
                                        + Pattern.quote(c)
                                        + "(?![\\w-])");
        Stream<String> said =
                opening(picked).attributes().asList().stream()
                        .filter(a -> !a.getKey().matches("id|class|style"))
                        .filter(a -> a.getValue().length() > 3)
                        .map(a -> quote + Pattern.quote(a.getValue()) + "\\\\?" + quote);
        String tag = Pattern.quote(picked.tag());
        Stream<String> tags =
                Stream.of(
                        "createElement(?:NS\\([^,)]*,|\\()\\s*"
                                + quote
                                + "(?i:"
                                + tag
                                + ")"
                                + quote,
                        "[\"'`>(\\s]<" + tag + "[\\s>]",
                        // Small helpers that many pages have: h('div.card', ...)
                        "\\w\\(\\s*" + quote + tag + "[\"'`.#]");
        return Stream.of(id, together, each, said, tags).flatMap(s -> s).map(Pattern::compile);
    }

    /// In scripts first: a page's style sheet names classes, too.
    private Optional<SourcePlace> trace(Pattern pattern) {
        return files.entrySet().stream()
                .sorted(Comparator.comparing(f -> !f.getKey().matches("(?i).*\\.[mc]?[jt]sx?")))
                .flatMap(f ->
                        line(f.getValue(), pattern)
                                .map(line -> new SourcePlace(f.getKey(), line, false))
                                .stream())
                .findFirst();
    }

    private static Optional<Integer> line(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.of(
                        1
                                + (int)
                                        text.substring(0, matcher.start())
                                                .chars()
                                                .filter(c -> c == '\n')
                                                .count())
                : Optional.empty();
    }
}
