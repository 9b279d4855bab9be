package dev.easel.app;

import dev.easel.preview.RenderReport;
import java.util.Locale;

/// What `easel render` prints for people.
final class RenderText {
    private RenderText() {}

    static String of(RenderReport report) {
        StringBuilder text = new StringBuilder("title: ").append(report.title());
        report.network()
                .forEach(n ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%n%-12s %s",
                                        n.outcome().name().toLowerCase(Locale.ROOT),
                                        n.url())));
        report.console()
                .forEach(c ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%n%-12s %s",
                                        c.level().name().toLowerCase(Locale.ROOT),
                                        c.text())));
        report.eval()
                .forEach(value ->
                        text.append("\neval: ").append(value.orElse("failed, see the errors")));
        report.screenshot().ifPresent(file -> text.append("\nscreenshot: ").append(file));
        return text.append(String.format(Locale.ROOT, "%nframes: %d", report.frames())).toString();
    }
}
