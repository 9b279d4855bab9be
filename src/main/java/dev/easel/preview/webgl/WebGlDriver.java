package dev.easel.preview.webgl;

import java.util.concurrent.CompletionStage;

/// Where pages get WebGL from.
public interface WebGlDriver {
    /// Begins a page; the driver itself starts with the first one's first context.
    WebGlPage open();

    /// What is known about the driver so far.
    DriverInfo info();

    /// Starts the driver, should nobody have needed it yet. Completes on a thread of its own.
    CompletionStage<DriverInfo> probe();
}
