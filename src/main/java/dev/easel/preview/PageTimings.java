package dev.easel.preview;

import dev.easel.preview.sandbox.PageMessage.Moment;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// When the moments of a load came, in milliseconds from its navigation.
public record PageTimings(Map<Moment, Double> millis) {
    public static final PageTimings NONE = new PageTimings(Map.of());

    public PageTimings {
        millis = Map.copyOf(millis);
    }

    /// @return empty while the moment has not come
    public OptionalDouble at(Moment moment) {
        Double value = millis.get(moment);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    PageTimings with(Moment moment, double value) {
        Map<Moment, Double> more = new EnumMap<>(Moment.class);
        more.putAll(millis);
        more.put(moment, value);
        return new PageTimings(more);
    }
}
