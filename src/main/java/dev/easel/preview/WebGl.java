package dev.easel.preview;

import dev.easel.preview.webgl.DriverInfo;
import java.util.concurrent.CompletionStage;

/// WebGL of this process, for those who want to tell about it.
public final class WebGl {
    private WebGl() {}

    /// Starts the driver, should no page have done so, and says what it is. Completes on another
    /// thread than the UI's.
    public static CompletionStage<DriverInfo> driver() {
        return PageWebGl.DRIVER.probe();
    }
}
