package dev.easel.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers Google Fonts: writes the style sheets of `fonts.googleapis.com` and gives the font files
/// that they name at `fonts.gstatic.com`. A family that is not bundled is answered with one of its
/// kind.
final class GoogleFonts {
    private static final String TABLE = "dev/easel/library/fonts.json";

    private final Catalogue catalogue;
    private final FontEntry.Table table;

    private GoogleFonts(Catalogue catalogue, FontEntry.Table table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    static GoogleFonts read(ClassLoader resources, Catalogue catalogue) throws IOException {
        return new GoogleFonts(catalogue, table(resources));
    }

    static FontEntry.Table table(ClassLoader resources) throws IOException {
        try (@Nullable InputStream in = resources.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new FileNotFoundException(TABLE);
            }
            return new ObjectMapper().readValue(in, FontEntry.Table.class);
        }
    }

    Optional<LibraryFile> find(CdnPath path) {
        if (path.host().equals("fonts.gstatic.com")) {
            return fontFile(path);
        }
        return switch (path.rest(0)) {
            case "css", "icon" -> sheet(FontRequest.old(path.query()), path.query());
            case "css2" -> sheet(FontRequest.css2(path.query()), path.query());
            default -> Optional.empty();
        };
    }

    private Optional<LibraryFile> sheet(List<FontRequest> requests, String query) {
        StringBuilder css = new StringBuilder();
        List<String> notes = new ArrayList<>();
        for (FontRequest request : requests) {
            FontEntry entry = bundled(request.family()).orElseGet(() -> standIn(request.family()));
            if (!isHere(entry)) {
                return Optional.empty();
            }
            if (!entry.family().equalsIgnoreCase(request.family())) {
                notes.add(entry.family() + " stands in for " + request.family());
            }
            css.append(faces(entry).css(request, FontRequest.display(query)));
        }
        return requests.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LibraryFile(
                                "text/css",
                                "",
                                !notes.isEmpty(),
                                String.join("; ", notes),
                                new LibraryFile.Written(css.toString())));
    }

    private FontFaces faces(FontEntry entry) {
        try {
            return FontFaces.of(entry, catalogue.index().files().stream(), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + entry.family() + " cannot be read", e);
        }
    }

    private boolean isHere(FontEntry entry) {
        return catalogue.index().has(entry.folder() + "/unicode.json");
    }

    private Optional<FontEntry> bundled(String family) {
        return table.families().stream()
                .filter(f -> f.family().equalsIgnoreCase(family) && isHere(f))
                .findFirst();
    }

    private FontEntry standIn(String family) {
        String name = family.toLowerCase(Locale.ROOT);
        return table.standIns().stream()
                .filter(s -> name.matches(".*(" + s.words() + ").*"))
                .flatMap(s -> table.families().stream().filter(f -> f.family().equals(s.family())))
                .findFirst()
                .orElseGet(() -> table.families().getFirst());
    }

    /// `/s/inter/v1/inter-latin-400-normal.woff` as our style sheets write it, or
    /// `/s/inter/v13/UcC...` as a page may have copied it from Google's.
    private Optional<LibraryFile> fontFile(CdnPath path) {
        if (!path.segment(0).equals("s") || path.segments().size() < 4) {
            return Optional.empty();
        }
        String file = "npm/@fontsource/" + path.segment(1) + "/files/" + path.rest(3);
        return catalogue.index().has(file)
                ? Optional.of(woff(file, false, ""))
                : table.families().stream()
                        .filter(f -> f.id().replace("-", "").equals(path.segment(1)))
                        .map(f -> f.folder() + "/files/" + f.id() + "-latin-400-normal.woff")
                        .filter(catalogue.index()::has)
                        .map(f -> woff(f, true, "The regular face stands in for " + path.rest(3)))
                        .findFirst();
    }

    private static LibraryFile woff(String file, boolean substituted, String note) {
        return new LibraryFile("font/woff", "", substituted, note, new LibraryFile.Stored(file));
    }

    /// Why there are no fonts; empty when there are.
    String absence() {
        return catalogue
                .index()
                .absence(table.families().getFirst().folder())
                .map(why -> "The fonts are not in this build: " + why)
                .orElse("");
    }

    /// All families, for the list that models get.
    String families() {
        return table.families().stream()
                .filter(f -> !f.isIcons() && isHere(f))
                .map(FontEntry::family)
                .collect(Collectors.joining(", "));
    }
}
