package dev.easel.preview.sandbox;

import dev.easel.preview.engine.PlayableMedia;
import dev.easel.preview.sandbox.NetworkEntry.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// What a page's player gets: the films and sounds of its project, where they can be played.
final class Films {
    private static final String KIND = "video";

    private final Supplier<PlayableMedia> machine;

    /// @param machine asked on loader threads
    Films(Supplier<PlayableMedia> machine) {
        this.machine = machine;
    }

    /// Whether the player asks, which sees to it that it says so.
    static boolean isFilm(PageRequest request) {
        return request.kind().equals(KIND);
    }

    /// @param file what the project has under that name
    PageAnswer answer(PageRequest request, OpenPage page, PageAnswer.Content file) {
        PlayableMedia media = machine.get();
        String type = type(file);
        if (isMedia(type) && !media.plays(type)) {
            String reason = media.reason(type);
            page.report(request, Outcome.PROJECT, 0, reason, false);
            return new PageAnswer.Refused(reason);
        }
        String note = media.hasSound() ? "" : "This computer has no device for sound";
        page.report(request, Outcome.PROJECT, file.body().length, note, false);
        return media.hasSound() ? file : silent(file);
    }

    private static PageAnswer.Content silent(PageAnswer.Content file) {
        Map<String, String> headers = new LinkedHashMap<>(file.headers());
        return new PageAnswer.Content(file.status(), SilentFilm.of(file.body()), headers);
    }

    private static boolean isMedia(String type) {
        return type.startsWith("audio/") || type.startsWith("video/");
    }

    private static String type(PageAnswer.Content file) {
        String header = file.headers().getOrDefault("content-type", "");
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
