package dev.easel.preview.guard;

import dev.easel.preview.guard.ScriptParser.Goal;
import java.util.function.IntUnaryOperator;

/// A script inside another text.
///
/// @param code as an engine sees it, decoded
/// @param place where a character of the code is in the other text
record Embedded(String code, IntUnaryOperator place, Goal goal) {}
