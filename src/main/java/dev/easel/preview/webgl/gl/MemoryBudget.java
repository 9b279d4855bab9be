package dev.easel.preview.webgl.gl;

/// How much memory of the driver a page's buffers, textures and renderbuffers may take. A page that
/// wants more gets `OUT_OF_MEMORY`, which is its own business; without this it would take all of
/// the machine's, because drivers in software have no other.
final class MemoryBudget {
    /// Megabytes; the system property `easel.webgl.memory` says otherwise.
    private static final int DEFAULT_MEGABYTES = 2048;

    private final long most;
    private long used;

    MemoryBudget(long most) {
        this.most = most;
    }

    static MemoryBudget ofPage() {
        return new MemoryBudget(
                (long) Math.max(1, Integer.getInteger("easel.webgl.memory", DEFAULT_MEGABYTES))
                        << 20);
    }

    /// Takes bytes, if they are there.
    boolean take(long bytes) {
        if (bytes > most - used) {
            return false;
        }
        used += bytes;
        return true;
    }

    void give(long bytes) {
        used -= bytes;
    }

    long used() {
        return used;
    }
}
