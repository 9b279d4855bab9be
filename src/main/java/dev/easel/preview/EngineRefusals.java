package dev.easel.preview;

import dev.easel.preview.sandbox.NetworkEntry;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requests that WebKit refused before they were made, read from what it writes to its console: the
/// only place where those of documents without a bridge are told. UI thread.
///
/// Where there is a bridge it reports the same a moment later; that report is then left out.
final class EngineRefusals {
    private static final List<Pattern> LINES =
            List.of(
                    Pattern.compile(
                            "^Refused to (?:connect to|load|frame|execute) (?<url>\\S+) because it"
                                    + " does not appear in the (?<why>[\\w-]+) directive"),
                    Pattern.compile("^(?<why>Not allowed to load local resource): (?<url>\\S+)"),
                    Pattern.compile(
                            "^(?<why>Not allowed to use restricted network host) \"[^\"]*\":"
                                    + " (?<url>\\S+)"),
                    Pattern.compile(
                            "^Blocked opening '(?<url>[^']+)' in a new window because (?<why>.*)"));

    private final Map<String, Integer> told = new HashMap<>();

    /// @return empty when the line tells of none
    Optional<NetworkEntry> read(String line) {
        for (Pattern pattern : LINES) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                String url = matcher.group("url");
                told.merge(url, 1, Integer::sum);
                String why = matcher.group("why");
                String note = why.endsWith("-src") ? "not in " + why : why;
                return Optional.of(new NetworkEntry("GET", url, Outcome.DENIED, 0, note));
            }
        }
        return Optional.empty();
    }

    /// Whether a refusal that the bridge reports was read already; once for each.
    boolean isTold(String url) {
        int times = told.getOrDefault(url, 0);
        if (times > 0) {
            told.put(url, times - 1);
        }
        return times > 0;
    }

    void clear() {
        told.clear();
    }
}
