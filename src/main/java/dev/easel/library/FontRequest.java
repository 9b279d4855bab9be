package dev.easel.library;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One family of an address of Google Fonts.
///
/// @param family as written, e.g. `Open Sans`
/// @param styles which faces are wanted, without doubles
record FontRequest(String family, List<Style> styles) {
    private static final Pattern OLD_STYLE =
            Pattern.compile("(\\d{3}|bold|b|regular|normal)?(italic|i|oblique)?");

    /// @param low lightest weight
    /// @param high heaviest weight; the same where one weight is wanted
    record Style(boolean italic, int low, int high) implements Comparable<Style> {
        static Style of(boolean italic, String weight) {
            String[] ends = weight.split("\\.\\.");
            return new Style(italic, number(ends[0]), number(ends[ends.length - 1]));
        }

        private static int number(String weight) {
            return weight.matches("\\d{1,4}") ? Integer.parseInt(weight) : 400;
        }

        @Override
        public int compareTo(Style other) {
            return italic == other.italic
                    ? Integer.compare(low * 10_000 + high, other.low * 10_000 + other.high)
                    : Boolean.compare(italic, other.italic);
        }
    }

    /// `/css?family=Roboto:400,700i|Lato`
    static List<FontRequest> old(String query) {
        return families(query)
                .flatMap(f -> Stream.of(f.split("\\|")))
                .map(f -> f.split(":", 3))
                .filter(f -> !f[0].isBlank())
                .map(f -> new FontRequest(f[0].strip(), oldStyles(f.length > 1 ? f[1] : "")))
                .toList();
    }

    private static List<Style> oldStyles(String list) {
        TreeSet<Style> styles = new TreeSet<>();
        for (String style : list.split(",")) {
            Matcher m = OLD_STYLE.matcher(style.strip());
            if (m.matches()) {
                String weight = m.group(1) == null ? "400" : m.group(1);
                styles.add(Style.of(m.group(2) != null, weight.startsWith("b") ? "700" : weight));
            }
        }
        return List.copyOf(styles);
    }

    /// `/css2?family=Inter:ital,wght@0,400;1,700&family=Lato`
    static List<FontRequest> css2(String query) {
        return families(query)
                .map(f -> f.split(":", 2))
                .filter(f -> !f[0].isBlank())
                .map(f -> new FontRequest(f[0].strip(), axes(f.length > 1 ? f[1] : "")))
                .toList();
    }

    private static List<Style> axes(String text) {
        String[] parts = text.split("@", 2);
        List<String> names = List.of(parts[0].split(","));
        TreeSet<Style> styles = new TreeSet<>();
        for (String tuple : parts.length > 1 ? parts[1].split(";") : new String[] {""}) {
            List<String> values = List.of(tuple.split(","));
            styles.add(
                    Style.of(
                            value(names, values, "ital").startsWith("1"),
                            value(names, values, "wght")));
        }
        return List.copyOf(styles);
    }

    private static String value(List<String> names, List<String> values, String axis) {
        int at = names.indexOf(axis);
        return at >= 0 && at < values.size() ? values.get(at) : "";
    }

    private static Stream<String> families(String query) {
        return CdnPath.parameters(query).stream()
                .filter(p -> p.getKey().equals("family"))
                .map(p -> p.getValue());
    }

    /// The `display` of an address, which must be a plain word to go into a style sheet.
    static String display(String query) {
        return CdnPath.parameters(query).stream()
                .filter(p -> p.getKey().equals("display") && p.getValue().matches("[a-z]{1,10}"))
                .map(p -> p.getValue())
                .findFirst()
                .orElse("auto");
    }

    /// The family as a CSS string; what could end it is left out.
    String cssName() {
        return "'" + family.replaceAll("[^\\p{L}\\p{N} _-]", "") + "'";
    }
}
