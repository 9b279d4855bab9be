package dev.easel.preview.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import javax.sound.sampled.SourceDataLine;

/// Which films and sounds a page can play here. JavaFX itself says that it plays what it has a
/// player for, and then plays nothing: on Linux its player decodes with the system's libavcodec,
/// and gives a film up whose sound no device takes.
///
/// @param hasCodecs whether more than plain samples can be decoded
/// @param hasSound whether there is a device for sound
public record PlayableMedia(boolean hasCodecs, boolean hasSound) {
    private static final List<String> PLAIN =
            List.of("audio/wav", "audio/wave", "audio/x-wav", "audio/aiff", "audio/x-aiff");

    /// Looked for once in a process, beside the UI thread: loading libavcodec takes 50 ms.
    private static final CompletableFuture<PlayableMedia> MACHINE =
            CompletableFuture.supplyAsync(PlayableMedia::find);

    /// What this computer can do. Any thread; waits for the look where it is still going on.
    public static PlayableMedia ofMachine() {
        return MACHINE.join();
    }

    /// Begins to look, so that nobody needs to wait later.
    static void lookAhead() {
        MACHINE.thenAccept(found -> {});
    }

    private static PlayableMedia find() {
        return new PlayableMedia(!isLinux() || hasLibraries(), hasDevice());
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// JavaFX 26 brings one plug-in for each of these versions, linked to both libraries.
    private static boolean hasLibraries() {
        return IntStream.of(54, 56, 57, 58, 59, 60, 61)
                .anyMatch(n -> isThere("libavcodec.so." + n) && isThere("libavformat.so." + n));
    }

    private static boolean isThere(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasDevice() {
        return AudioSystem.isLineSupported(new Line.Info(SourceDataLine.class));
    }

    /// Whether what has this type can be heard or seen, as far as the type tells.
    ///
    /// @param type a media type without parameters
    public boolean plays(String type) {
        boolean isDecoded = hasCodecs || PLAIN.contains(type);
        return isDecoded && (hasSound || !type.startsWith("audio/"));
    }

    /// Why something of this type cannot be played, and what to do; to be asked when it cannot.
    public String reason(String type) {
        return hasCodecs || PLAIN.contains(type)
                ? "This computer has no device for sound"
                : "Films and compressed sound need a library of the system that is missing: libavcodec"
                        + " with libavformat, version 58 to 61 (on Debian and Ubuntu:"
                        + " apt install ffmpeg). Install it, then start Easel again";
    }
}
