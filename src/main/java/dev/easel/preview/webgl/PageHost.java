package dev.easel.preview.webgl;

import java.util.Optional;

/// What the pages of a view need of it. UI thread.
public interface PageHost {
    /// The page script of WebGL.
    String script();

    /// The page wants [WebGlPrompts#FRAME] to be evaluated with a pulse.
    void frameAsked();

    /// A frame was ordered.
    ///
    /// @param frame is worked on by the GL thread until it is settled
    void ordered(FrameInWork frame);

    /// The page's script has waited for the driver.
    ///
    /// @param nanos how long, until now
    void waited(long nanos);

    /// Makes a place for the frames of a context.
    ///
    /// @return empty when frames have to go through the page's memory
    Optional<Screen> screen();

    /// Shares memory of the page's document.
    ///
    /// @param index of the array in what the page has under [WebGlPrompts#MEMORY]
    /// @param words that the array has
    /// @return empty when there is no way, or no such array
    Optional<PageMemory> memory(int index, int words);
}
