package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.ObjectKind;
import java.util.HashMap;
import java.util.Map;

/// What the objects of a context take of the page's budget, as far as can be told from sizes.
final class ObjectMemory {
    private record Thing(ObjectKind kind, int name) {}

    private final MemoryBudget budget;
    private final Map<Thing, Map<Integer, Long>> parts = new HashMap<>();
    private long drawingBuffer;

    ObjectMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /// An object's part gets another size.
    ///
    /// @param name the driver's
    /// @param part of a texture: its face and level; else 0
    /// @return false when that is too much; then nothing has changed
    boolean resize(ObjectKind kind, int name, int part, long bytes) {
        Map<Integer, Long> of = parts.computeIfAbsent(new Thing(kind, name), t -> new HashMap<>(2));
        long before = of.getOrDefault(part, 0L);
        if (!budget.take(bytes - before)) {
            return false;
        }
        of.put(part, bytes);
        return true;
    }

    /// How much a part has.
    long size(ObjectKind kind, int name, int part) {
        return parts.getOrDefault(new Thing(kind, name), Map.of()).getOrDefault(part, 0L);
    }

    /// An object is gone.
    void release(ObjectKind kind, int name) {
        Map<Integer, Long> of = parts.remove(new Thing(kind, name));
        if (of != null) {
            of.values().forEach(budget::give);
        }
    }

    /// The drawing buffer gets another size.
    ///
    /// @return false when that is too much; then nothing has changed
    boolean drawingBuffer(long bytes) {
        if (!budget.take(bytes - drawingBuffer)) {
            return false;
        }
        drawingBuffer = bytes;
        return true;
    }

    /// The context is gone.
    void releaseAll() {
        parts.values().forEach(of -> of.values().forEach(budget::give));
        parts.clear();
        budget.give(drawingBuffer);
        drawingBuffer = 0;
    }
}
