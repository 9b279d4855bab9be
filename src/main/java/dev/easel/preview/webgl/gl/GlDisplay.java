package dev.easel.preview.webgl.gl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// The connection to the driver, from which contexts are made.
final class GlDisplay {
    private static final int PLATFORM_ANGLE = 0x3202;
    private static final int TYPE = 0x3203;
    private static final int TYPE_D3D11 = 0x3208;
    private static final int TYPE_OPENGL = 0x320D;
    private static final int TYPE_OPENGLES = 0x320E;
    private static final int TYPE_METAL = 0x3489;
    private static final int DEVICE = 0x3209;
    private static final int DEVICE_EGL = 0x348E;

    private static final int PLATFORM_SURFACELESS = 0x31DD;
    private static final String NO_MESA =
            "No graphics driver was found. On Debian and Ubuntu install libegl1 and"
                    + " libgl1-mesa-dri, on Fedora mesa-libEGL and mesa-dri-drivers; then restart"
                    + " Easel.";

    private static final int MINOR_VERSION = 0x30FB;
    private static final int ROBUST_ACCESS = 0x30BF;
    private static final int CLIENT_VERSION = 0x3098;
    private static final int WEBGL_COMPATIBILITY = 0x33AC;
    private static final int BIND_GENERATES_RESOURCE = 0x33AD;
    private static final int CLIENT_ARRAYS = 0x3452;
    private static final int ROBUST_INITIALIZATION = 0x3453;
    private static final int EXTENSIONS_ENABLED = 0x345F;
    private static final int BACKWARDS_COMPATIBLE = 0x3483;
    private static final int RESET_STRATEGY = 0x3138;
    private static final int LOSE_CONTEXT_ON_RESET = 0x31BF;

    private final Egl egl;
    private final long display;
    private final String route;
    private final boolean isAngle;
    private final ToLongFunction<String> functions;

    private GlDisplay(Egl egl, long display, String route, boolean isAngle) {
        this.isAngle = isAngle;
        this.functions = isAngle ? egl::function : new MesaFunctions(egl::function)::function;
        this.egl = egl;
        this.display = display;
        this.route = route;
    }

    /// One way to start ANGLE.
    private record Route(String name, int[] attributes) {}

    /// Starts the driver.
    ///
    /// @throws GlUnavailableException when there is none; says what was tried
    static GlDisplay open() {
        String wanted = System.getProperty("easel.webgl.driver", "");
        if (wanted.equals("mesa")) {
            return mesa();
        }
        try {
            return angle();
        } catch (GlUnavailableException e) {
            if (wanted.equals("angle") || !isLinux()) {
                throw e;
            }
            try {
                return mesa();
            } catch (GlUnavailableException other) {
                // What to do comes first; what was tried is for whoever is asked for help.
                throw new GlUnavailableException(
                        other.getMessage() + " (" + e.getMessage() + ")", other);
            }
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// Mesa's own OpenGL ES, where there is no ANGLE or it does not start.
    private static GlDisplay mesa() {
        Egl egl = Egl.ofSystem();
        long display = egl.platformDisplay(PLATFORM_SURFACELESS, Egl.NONE);
        if (display == 0 || !egl.initialize(display)) {
            throw new GlUnavailableException(NO_MESA);
        }
        GlDisplay mesa = new GlDisplay(egl, display, "surfaceless", false);
        if (!mesa.givesContexts()) {
            throw new GlUnavailableException(
                    "Mesa gives no context of OpenGL ES 3.2 with robust access; a newer one does.");
        }
        return mesa;
    }

    private static GlDisplay angle() {
        Egl egl = new Egl(AngleLibraries.load());
        List<String> failures = new ArrayList<>();
        for (Route route : routes()) {
            long display = egl.platformDisplay(PLATFORM_ANGLE, route.attributes());
            if (display != 0 && egl.initialize(display)) {
                GlDisplay started = new GlDisplay(egl, display, route.name(), true);
                if (started.givesContexts()) {
                    return started;
                }
            }
            failures.add(route.name() + " (0x" + Integer.toHexString(egl.error()) + ")");
        }
        throw new GlUnavailableException("ANGLE did not start: " + String.join(", ", failures));
    }

    private static List<Route> routes() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("windows")) {
            return List.of(new Route("Direct3D 11", new int[] {TYPE, TYPE_D3D11}));
        }
        if (os.contains("mac")) {
            return List.of(
                    new Route("Metal", new int[] {TYPE, TYPE_METAL}),
                    new Route("OpenGL", new int[] {TYPE, TYPE_OPENGL}));
        }
        return linux();
    }

    /// Over X, ANGLE on Mesa starts and then gives no context without a surface, so the display is
    /// left alone where Mesa can do without.
    private static List<Route> linux() {
        List<Route> routes = new ArrayList<>();
        if (SurfacelessMesa.prepare()) {
            routes.add(
                    new Route("surfaceless", new int[] {TYPE, TYPE_OPENGLES, DEVICE, DEVICE_EGL}));
        }
        String display = System.getenv("DISPLAY");
        if (display != null && !display.isEmpty()) {
            routes.add(new Route("OpenGL ES", new int[] {TYPE, TYPE_OPENGLES}));
            routes.add(new Route("OpenGL", new int[] {TYPE, TYPE_OPENGL}));
        }
        if (routes.isEmpty()) {
            throw new GlUnavailableException(NO_MESA);
        }
        return routes;
    }

    /// Some drivers start and then refuse what WebGL needs.
    private boolean givesContexts() {
        try {
            long context = createContext(1);
            boolean works = makeCurrent(context);
            makeCurrent(0);
            destroyContext(context);
            return works;
        } catch (GlUnavailableException e) {
            return false;
        }
    }

    /// Makes a context that validates as WebGL asks and whose memory is zeroed.
    ///
    /// @param version of WebGL, 1 or 2
    /// @throws GlUnavailableException when the driver gives none
    long createContext(int version) {
        if (!isAngle) {
            return createMesa();
        }
        int[] wanted = {
            CLIENT_VERSION, version + 1,
            WEBGL_COMPATIBILITY, 1,
            ROBUST_INITIALIZATION, 1,
            BIND_GENERATES_RESOURCE, 0,
            CLIENT_ARRAYS, 0,
            EXTENSIONS_ENABLED, 0,
            BACKWARDS_COMPATIBLE, 0,
            RESET_STRATEGY, LOSE_CONTEXT_ON_RESET
        };
        // No robust access: ANGLE would leave it to the driver to stay inside of buffers, where
        // WebGL
        // has errors, and a draw of a milliard vertices would be drawn.
        for (int length = wanted.length; length >= wanted.length - 2; length -= 2) {
            long context =
                    egl.createContext(display, 0, 0, java.util.Arrays.copyOf(wanted, length));
            if (context != 0) {
                return context;
            }
        }
        throw new GlUnavailableException(
                "The graphics driver gives no context for WebGL "
                        + version
                        + " (0x"
                        + Integer.toHexString(egl.error())
                        + ")");
    }

    private long createMesa() {
        long context =
                egl.createContext(
                        display,
                        0,
                        0,
                        CLIENT_VERSION,
                        3,
                        MINOR_VERSION,
                        2,
                        ROBUST_ACCESS,
                        1,
                        RESET_STRATEGY,
                        LOSE_CONTEXT_ON_RESET);
        if (context == 0) {
            throw new GlUnavailableException(
                    "Mesa gives no context (0x" + Integer.toHexString(egl.error()) + ")");
        }
        return context;
    }

    /// @param context 0 for none
    boolean makeCurrent(long context) {
        return egl.makeCurrent(display, context);
    }

    void destroyContext(long context) {
        egl.destroyContext(display, context);
    }

    /// Address of a function of OpenGL ES; 0 when there is none.
    long function(String name) {
        return functions.applyAsLong(name);
    }

    /// Whether contexts validate as WebGL asks; else the program has to.
    boolean isAngle() {
        return isAngle;
    }

    /// How the driver reaches the system, e.g. `surfaceless`.
    String route() {
        return route;
    }
}
