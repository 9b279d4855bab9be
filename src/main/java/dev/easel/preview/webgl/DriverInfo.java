package dev.easel.preview.webgl;

/// The driver, for people.
///
/// @param driver `ANGLE` or `Mesa`; empty while none was needed, and when there is none
/// @param renderer its own words, e.g. `ANGLE (Mesa, llvmpipe ...)`
/// @param version its own words, e.g. `OpenGL ES 3.0 (ANGLE ...)`
/// @param route how it reaches the system, e.g. `surfaceless`
/// @param trouble why there is none, and what to do about it; empty else
/// @param contexts alive now, in all pages
public record DriverInfo(
        String driver,
        String renderer,
        String version,
        String route,
        String trouble,
        int contexts) {
    /// Before any page wanted WebGL.
    public static final DriverInfo UNUSED = new DriverInfo("", "", "", "", "", 0);

    /// There is none.
    public static DriverInfo missing(String trouble) {
        return new DriverInfo("", "", "", "", trouble, 0);
    }

    /// Whether contexts can be made.
    public boolean isThere() {
        return !driver.isEmpty();
    }

    /// The same, with a count of now.
    public DriverInfo withContexts(int count) {
        return new DriverInfo(driver, renderer, version, route, trouble, count);
    }
}
