package dev.easel.preview.webgl;

import java.nio.ByteBuffer;

/// Where a page sees the frames of one context: an image whose pixels change.
public interface Screen extends AutoCloseable {
    /// The `src` of the image. Any thread.
    String address();

    /// A frame was ordered. UI thread, before the page draws the image for it.
    ///
    /// @return its number, for [#settle(long)]
    long expect();

    /// The frame of that number has been worked on: it is finished, or will never be. Any thread.
    void settle(long number);

    /// Whether something older than the newest whole frame was drawn, since this was asked last:
    /// the page has to draw the image again. Any thread.
    boolean takeMissed();

    /// Begins to write a frame. GL thread.
    ///
    /// @return direct, `width * height * 4` bytes; top row first, each pixel blue, green, red,
    ///   alpha, multiplied by alpha
    ByteBuffer begin(int width, int height);

    /// The frame that was begun is whole, and may be drawn. GL thread.
    void finish();

    /// Ends the image: what was drawn last stays where it was drawn. Any thread.
    @Override
    void close();
}
