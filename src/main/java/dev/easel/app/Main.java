package dev.easel.app;

import java.util.Locale;

/// Entry point. It does not extend `Application`, so that JavaFX may stand on either path.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Libraries must find nothing to print on standard output, which belongs to the commands.
        System.setProperty("java.util.logging.SimpleFormatter.format", "easel: %4$s: %5$s%6$s%n");
        boolean window = args.length == 0 && Display.isThere();
        if (!window) {
            Display.useHeadless();
        }
        System.exit(window ? EaselApp.open() : EaselCommand.run(args));
    }

    /// Whether a window can be opened here.
    static final class Display {
        private Display() {}

        static boolean isThere() {
            boolean unix =
                    !System.getProperty("os.name")
                            .toLowerCase(Locale.ROOT)
                            .matches(".*(windows|mac).*");
            return !"Headless".equals(System.getProperty("glass.platform"))
                    && (!unix || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY"));
        }

        /// JavaFX's own platform without a display, painted by software; before JavaFX starts.
        static void useHeadless() {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }

        private static boolean isSet(String variable) {
            String value = System.getenv(variable);
            return value != null && !value.isEmpty();
        }
    }
}
