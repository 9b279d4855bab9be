package dev.easel.preview;

import dev.easel.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A viewport that a page can be tried in, upright as the device is held mostly.
///
/// @param id is remembered; names the text, too
/// @param width in CSS pixels; 0 for as wide as the pane
/// @param height in CSS pixels; 0 for as high as the pane
record DeviceSize(String id, int width, int height) {
    static final DeviceSize RESPONSIVE = new DeviceSize("responsive", 0, 0);
    static final int SMALLEST = 100;
    static final int LARGEST = 8000;

    private static final String CUSTOM = "custom";
    private static final Pattern TYPED =
            Pattern.compile("\\s*(\\d{1,5})\\D+(\\d{1,5})\\s*(?:px)?\\s*");

    /// Viewports of November 2026, as the makers' browsers report them.
    static final List<DeviceSize> PRESETS =
            List.of(
                    RESPONSIVE,
                    new DeviceSize("phone-small", 375, 667),
                    new DeviceSize("galaxy", 360, 780),
                    new DeviceSize("iphone", 402, 874),
                    new DeviceSize("iphone-max", 440, 956),
                    new DeviceSize("pixel", 412, 924),
                    new DeviceSize("tablet-mini", 744, 1133),
                    new DeviceSize("tablet", 820, 1180),
                    new DeviceSize("tablet-large", 1032, 1376),
                    new DeviceSize("laptop", 1366, 768),
                    new DeviceSize("laptop-large", 1440, 900),
                    new DeviceSize("desktop", 1920, 1080),
                    new DeviceSize("desktop-4k", 3840, 2160));

    /// A size of the user's own, brought within what can be shown.
    static DeviceSize custom(double width, double height) {
        return new DeviceSize(CUSTOM, bounded(width), bounded(height));
    }

    /// @param text e.g. `390 x 844`
    static Optional<DeviceSize> typed(String text) {
        Matcher size = TYPED.matcher(text);
        return size.matches()
                ? Optional.of(
                        custom(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
                : Optional.empty();
    }

    private static int bounded(double pixels) {
        return (int) Math.clamp(Math.round(pixels), SMALLEST, LARGEST);
    }

    boolean isResponsive() {
        return width == 0;
    }

    boolean isCustom() {
        return id.equals(CUSTOM);
    }

    String name(Texts texts) {
        return texts.get("device." + id);
    }

    /// With its size, for the list.
    String longName(Texts texts) {
        return isResponsive()
                ? name(texts)
                : texts.get(
                        "device.named",
                        name(texts),
                        Integer.toString(width),
                        Integer.toString(height));
    }
}
