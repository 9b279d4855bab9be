package dev.easel.app;

import dev.easel.provider.Retry;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the line at the bottom of the window says. UI thread only.
final class StatusViewModel {
    private final StringProperty state = new SimpleStringProperty("");
    private final StringProperty figures = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Retry>> retry =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty spent = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final LongProperty departures = new SimpleLongProperty();
    private final StringProperty problem = new SimpleStringProperty("");

    /// What goes on, or how the last run ended.
    StringProperty stateProperty() {
        return state;
    }

    /// Model, times, speed and tokens of the run that is shown.
    StringProperty figuresProperty() {
        return figures;
    }

    /// What was spent today, and on the open project; empty for nothing.
    StringProperty spentProperty() {
        return spent;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    /// The attempt that the run of the open project waits for; empty when it does not.
    ObjectProperty<Optional<Retry>> retryProperty() {
        return retry;
    }

    /// How many requests of pages have left this computer since the program was started.
    LongProperty departuresProperty() {
        return departures;
    }

    /// What the user must know though no run is at fault (disk full, damaged store); shown as a
    /// banner until it is closed. Empty for none.
    StringProperty problemProperty() {
        return problem;
    }
}
