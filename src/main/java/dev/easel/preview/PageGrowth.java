package dev.easel.preview;

/// By how much the process has grown, outside of Java, since a page was started.
///
/// An estimate: WebKit keeps memory of earlier pages, and pictures of the window count too.
///
/// @param bytes never negative
/// @param endangers whether it begins to eat the machine
record PageGrowth(long bytes, boolean endangers) {
    static final PageGrowth NONE = new PageGrowth(0, false);

    /// A page is never blamed for less.
    private static final long SMALL = 512L << 20;

    /// @param start when the page was started
    static PageGrowth between(ProcessMemory start, ProcessMemory now) {
        long bytes = Math.max(0, now.outside() - start.outside());
        boolean isMuch = bytes > now.physical() / 3;
        boolean isScarce = now.available() < now.physical() / 10;
        return new PageGrowth(bytes, bytes > SMALL && (isMuch || isScarce));
    }
}
