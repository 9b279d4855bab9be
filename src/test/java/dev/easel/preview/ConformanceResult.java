package dev.easel.preview;

/// What came of one page of the Khronos tests.
///
/// @param first what failed first, in a line
/// @param megabytes that the process held in memory afterwards; 0 when it was gone
record ConformanceResult(int passed, int failed, String first, long millis, long megabytes) {
    /// Of a page that told nothing itself.
    static ConformanceResult broken(String why, long millis) {
        return new ConformanceResult(0, 1, why, millis, 0);
    }

    boolean isPass() {
        return failed == 0 && passed > 0;
    }

    /// As it stands in the list of all pages.
    String line() {
        return (isPass() ? "PASS " : "FAIL ")
                + passed
                + "/"
                + (passed + failed)
                + " "
                + millis
                + "ms "
                + megabytes
                + "MB "
                + first.replaceAll("\\s+", " ");
    }
}
