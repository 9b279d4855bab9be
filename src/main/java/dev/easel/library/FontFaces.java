package dev.easel.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The bundled faces of one family.
///
/// @param faces in no particular order
/// @param ranges subset to `unicode-range`
record FontFaces(FontEntry entry, List<Face> faces, JsonNode ranges) {
    /// WebView reads WOFF, but neither WOFF2 nor the axes of a variable font.
    private static final String ENDING = ".woff";

    /// @param file name without the ending
    record Face(String subset, int weight, boolean italic, String file) {}

    /// @param folder files of the font's package
    static FontFaces of(FontEntry entry, Stream<String> folder, Catalogue catalogue)
            throws IOException {
        Pattern name =
                Pattern.compile(
                        Pattern.quote(entry.folder() + "/files/")
                                + "("
                                + Pattern.quote(entry.id())
                                + "-(.+)-(\\d+)-(normal|italic))\\.woff");
        return new FontFaces(
                entry,
                folder.map(name::matcher)
                        .filter(Matcher::matches)
                        .map(m ->
                                new Face(
                                        m.group(2),
                                        Integer.parseInt(m.group(3)),
                                        m.group(4).equals("italic"),
                                        m.group(1)))
                        .sorted(Comparator.comparing(Face::file))
                        .toList(),
                new ObjectMapper().readTree(catalogue.bytes(entry.folder() + "/unicode.json")));
    }

    /// The style sheet's part for a request.
    String css(FontRequest request, String display) {
        return request.styles().stream()
                        .flatMap(style -> css(request, style, display))
                        .distinct()
                        .collect(Collectors.joining())
                + entry.css();
    }

    private Stream<String> css(FontRequest request, FontRequest.Style style, String display) {
        return style.low() == style.high()
                ? faces(style, style.low())
                        .map(f -> rule(request, f, style.italic(), style.low(), display))
                : weights(style)
                        .flatMap(w ->
                                faces(style, w)
                                        .map(f -> rule(request, f, style.italic(), w, display)));
    }

    /// What is there of a range of weights; one near to it if nothing is.
    private Stream<Integer> weights(FontRequest.Style style) {
        List<Integer> inside =
                faces.stream()
                        .map(Face::weight)
                        .filter(w -> w >= style.low() && w <= style.high())
                        .distinct()
                        .toList();
        return inside.isEmpty() ? Stream.of(style.low()) : inside.stream();
    }

    /// The faces nearest to a weight, in the wanted slope if there is one.
    private Stream<Face> faces(FontRequest.Style style, int weight) {
        List<Face> sloped = faces.stream().filter(f -> f.italic() == style.italic()).toList();
        List<Face> upright = sloped.isEmpty() ? faces : sloped;
        int nearest =
                upright.stream()
                        .map(Face::weight)
                        .min(Comparator.comparingInt((Integer w) -> Math.abs(w - weight)))
                        .orElse(weight);
        return upright.stream().filter(f -> f.weight() == nearest);
    }

    private String rule(
            FontRequest request, Face face, boolean italic, int weight, String display) {
        String range = range(face);
        return "@font-face {\n  font-family: "
                + request.cssName()
                + ";\n  font-style: "
                + (italic ? "italic" : "normal")
                + ";\n  font-weight: "
                + weight
                + ";\n  font-display: "
                + display
                + ";\n  src: url(https://fonts.gstatic.com/s/"
                + entry.id()
                + "/v1/"
                + face.file()
                + ENDING
                + ") format('woff');\n"
                + (range.isEmpty() ? "" : "  unicode-range: " + range + ";\n")
                + "}\n";
    }

    /// fontsource names numbered subsets `[4]`. Icons are outside of every range.
    private String range(Face face) {
        return entry.isIcons()
                ? ""
                : ranges.path(face.subset())
                        .asText(ranges.path("[" + face.subset() + "]").asText(""));
    }
}
