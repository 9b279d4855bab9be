package dev.easel.preview;

import dev.easel.text.Texts;

/// A viewport that a page can be tried in.
///
/// @param key of its name in the texts
/// @param width in CSS pixels; 0 for as wide as the pane
/// @param height in CSS pixels; 0 for as high as the pane
record DeviceSize(String key, int width, int height) {
    static final DeviceSize RESPONSIVE = new DeviceSize("device.responsive", 0, 0);

    static DeviceSize[] presets() {
        return new DeviceSize[] {
            RESPONSIVE,
            new DeviceSize("device.phone", 390, 844),
            new DeviceSize("device.largePhone", 430, 932),
            new DeviceSize("device.tablet", 820, 1180),
            new DeviceSize("device.laptop", 1366, 768),
            new DeviceSize("device.desktop", 1920, 1080)
        };
    }

    boolean isResponsive() {
        return width == 0;
    }

    String name(Texts texts) {
        return isResponsive()
                ? texts.get(key)
                : texts.get("device.named", texts.get(key), w(), h());
    }

    private String w() {
        return Integer.toString(width);
    }

    private String h() {
        return Integer.toString(height);
    }
}
