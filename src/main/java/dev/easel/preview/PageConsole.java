package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;
import dev.easel.preview.sandbox.ConsoleEntry.Level;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The console of one load: joins what the bridge saw with what WebKit wrote. UI thread.
///
/// WebKit writes an uncaught error right after the bridge has reported it, so its line is either
/// the same error once more, or the true text of one that the bridge only saw as "Script error.".
final class PageConsole {
    private static final int LIMIT = 10_000;
    private static final int RECENT = 20;

    /// Said for every http address although the policy has it upgraded.
    private static final Pattern NOISE = Pattern.compile("requested insecure content from");

    private static final Pattern SERIOUS =
            Pattern.compile("^(Refused|Did not|Not allowed|\\[blocked\\]|\\w*Error\\b)");

    private final BoundedLog<ConsoleEntry> log = new BoundedLog<>(LIMIT);
    private boolean muted;

    BoundedLog<ConsoleEntry> log() {
        return log;
    }

    void clear() {
        log.clear();
        muted = false;
    }

    void add(ConsoleEntry entry, boolean isMuted) {
        log.add(entry);
        muted = isMuted;
    }

    /// Takes a line that WebKit itself wrote.
    void addFromEngine(String text, int line, String file) {
        if (muted) {
            muted = false;
            log.replace(
                    log.entries().size() - 1,
                    new ConsoleEntry(Level.ERROR, text, file, line, 0, ""));
        } else if (!NOISE.matcher(text).find() && known(text).isEmpty()) {
            Level level = SERIOUS.matcher(text).find() ? Level.ERROR : Level.WARN;
            log.add(new ConsoleEntry(level, text, file, line, 0, ""));
        }
    }

    private OptionalInt known(String text) {
        String said = text.replaceFirst("^Unhandled Promise Rejection: ", "");
        List<ConsoleEntry> entries = log.entries();
        return IntStream.range(Math.max(0, entries.size() - RECENT), entries.size())
                .filter(i -> entries.get(i).level() == Level.ERROR)
                .filter(i -> entries.get(i).text().contains(said))
                .findFirst();
    }
}
