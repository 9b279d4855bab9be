package dev.easel.preview.webgl;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// One page's way to the GL thread. Used on the UI thread; calls are carried out in their order.
public interface WebGlPage {
    /// Has commands carried out some time later.
    ///
    /// @param commands copied before this returns
    /// @return false when all that the page had is gone: the driver was given up, or commands
    ///   before did not fit
    boolean submit(ByteBuffer commands);

    /// Has commands carried out, and waits for their answers.
    ///
    /// @param commands copied before this returns
    /// @return all answers, one after another, as [Reply] writes them; empty when the driver is
    ///   gone
    ByteBuffer ask(ByteBuffer commands);

    /// Has commands carried out some time later, and tells their answers then.
    ///
    /// @param commands copied before this returns
    /// @return as of [#ask(ByteBuffer)]; completes on any thread
    CompletableFuture<ByteBuffer> askLater(ByteBuffer commands);

    /// Sends bytes ahead for the next command that wants some.
    ///
    /// @param bytes copied before this returns
    void blob(ByteBuffer bytes);

    /// Shows the frames of a context from now on.
    ///
    /// @param context the page's number for it
    void show(int context, Screen screen);

    /// Completes when everything submitted so far has been carried out, or given up.
    CompletionStage<Void> settled();

    /// What the page has now. Any thread.
    WebGlUse use();

    /// Frees all that the page has. Nothing may be called afterwards; a second time does nothing.
    void close();
}
