package dev.easel.preview.webgl;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// A frame that the GL thread works on.
///
/// @param settled completes when it is whole, or will never be
/// @param screens what it is to be seen on
public record FrameInWork(CompletionStage<Void> settled, List<Screen> screens) {}
