package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.Reply;

/// Carries out one kind of command.
@FunctionalInterface
interface Call {
    /// @param page whose command it is
    /// @param context current in the driver
    /// @param in the command's arguments
    /// @param out where an answer goes, if there is one
    void run(GlPage page, GlContext context, Args in, Reply out);
}
