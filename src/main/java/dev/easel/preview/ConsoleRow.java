package dev.easel.preview;

import dev.easel.preview.sandbox.ConsoleEntry;

/// Equal lines of a console that follow each other, shown as one.
record ConsoleRow(ConsoleEntry entry, int count) {
    boolean continuesWith(ConsoleEntry next) {
        return entry.equals(next);
    }
}
