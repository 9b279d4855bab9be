package dev.easel.preview;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;

/// Which device the page is tried on, how it is held, and the zoom. One choice for all projects:
/// who works on phones works on phones. UI thread only.
public final class DeviceChoice {
    /// Zoom that makes the device fit into the pane, 100 % at most.
    static final double FIT = 0;

    private static final String ROTATED = "rotated";

    private final ObjectProperty<DeviceSize> device =
            new SimpleObjectProperty<>(DeviceSize.RESPONSIVE);
    private final BooleanProperty rotated = new SimpleBooleanProperty();
    private final ObjectProperty<Double> zoom = new SimpleObjectProperty<>(FIT);
    private final StringBinding text =
            Bindings.createStringBinding(this::write, device, rotated, zoom);

    ObjectProperty<DeviceSize> deviceProperty() {
        return device;
    }

    /// Turned by a quarter; no matter for a responsive page.
    BooleanProperty rotatedProperty() {
        return rotated;
    }

    /// E.g. 0.5, or [#FIT].
    ObjectProperty<Double> zoomProperty() {
        return zoom;
    }

    /// The viewport as it is held; 0 × 0 for as large as the pane.
    Dimension2D size() {
        DeviceSize now = device.get();
        return rotated.get()
                ? new Dimension2D(now.height(), now.width())
                : new Dimension2D(now.width(), now.height());
    }

    /// Takes a size that was typed or drawn, as it is to be seen.
    void setCustom(DeviceSize custom) {
        rotated.set(false);
        device.set(custom);
    }

    /// The choice in one line, for the settings; changes with it.
    public ObservableValue<String> text() {
        return text;
    }

    private String write() {
        DeviceSize now = device.get();
        String name = now.isCustom() ? now.width() + "x" + now.height() : now.id();
        return name + (rotated.get() ? " " + ROTATED : "") + " " + zoom.get();
    }

    /// Takes back what [#text()] was; what cannot be read changes nothing.
    public void restore(String line) {
        for (String word : line.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (word.equals(ROTATED)) {
                rotated.set(true);
            } else if (word.matches("[0-9.]{1,6}")) {
                restoreZoom(word);
            } else {
                named(word).ifPresent(device::set);
            }
        }
    }

    private void restoreZoom(String word) {
        try {
            double remembered = Double.parseDouble(word);
            zoom.set(remembered == FIT ? FIT : Math.clamp(remembered, 0.1, 4));
        } catch (NumberFormatException e) {
            // Not a zoom that we wrote.
        }
    }

    private static Optional<DeviceSize> named(String word) {
        return DeviceSize.PRESETS.stream()
                .filter(d -> d.id().equals(word))
                .findFirst()
                .or(() -> DeviceSize.typed(word));
    }
}
