package dev.easel.preview.dialog;

import javafx.application.Platform;

/// A wait on the UI thread during which the window lives on.
///
/// A page's script is a native call on the UI thread: the only way to hold it, and answer clicks
/// meanwhile, is an event loop inside that call. WebKit itself holds the page's timers, frames and
/// loads while it waits for `alert` and its kin.
public interface NestedLoop {
    /// Whether a wait may begin here. It may not while a frame is being laid out and drawn, which
    /// is where a page's `requestAnimationFrame` callbacks run.
    boolean mayWait();

    /// Returns after [#exit(Object)] was called with the same key, and all waits that began inside
    /// this one have ended.
    void enter(Object key);

    /// Ends the wait with this key, once. May be called from inside other waits.
    void exit(Object key);

    /// The toolkit's own.
    static NestedLoop ofToolkit() {
        return new NestedLoop() {
            @Override
            public boolean mayWait() {
                return Platform.canStartNestedEventLoop();
            }

            @Override
            public void enter(Object key) {
                Platform.enterNestedEventLoop(key);
            }

            @Override
            public void exit(Object key) {
                Platform.exitNestedEventLoop(key, null);
            }
        };
    }
}
