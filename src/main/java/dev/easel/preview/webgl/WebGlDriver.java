package dev.easel.preview.webgl;

/// Where pages get WebGL from.
public interface WebGlDriver {
    /// Begins a page; the driver itself starts with the first one's first context.
    WebGlPage open();

    /// What is known about the driver so far.
    DriverInfo info();
}
