package dev.easel.preview.guard;

import dev.easel.bench.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How long it takes to put checks into a page of 2,200 lines.
class GuardBench {
    @Test
    void guardingTheBuiltInSamples() throws Exception {
        for (String sample : List.of("windows-98", "physics-playground", "balloons")) {
            String html = html(sample);
            Bench.time(
                    "guarding " + sample + ", first time in this process",
                    0,
                    1,
                    () -> Guarding.html(html, List.of()));
            Bench.time(
                    "guarding " + sample + ", " + html.lines().count() + " lines",
                    100,
                    200,
                    () -> Guarding.html(html, List.of()));
        }
    }

    private static String html(String sample) throws Exception {
        String reply = Files.readString(Path.of("assets/samples", sample, "reply.md"));
        Matcher page = Pattern.compile("(?s)```html[^\\n]*\\n(.*?)\\n```").matcher(reply);
        if (!page.find()) {
            throw new IllegalStateException("No page in " + sample);
        }
        return page.group(1);
    }
}
