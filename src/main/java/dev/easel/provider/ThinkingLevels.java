package dev.easel.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.text.BundledText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Which thinking levels a model takes, from `assets/models/thinking.json`. Servers refuse a whole
/// request for a level that the model does not have.
public final class ThinkingLevels {
    /// All names, least thinking first. The empty one, which stands before them in lists, is the
    /// model's default.
    public static final List<String> NAMES =
            List.of("off", "minimal", "low", "medium", "high", "xhigh");

    /// Every name, and whatever else the user types: for models of which nothing is known.
    public static final Offer ANY = new Offer(withDefault(NAMES), true);

    /// Nothing to choose.
    public static final Offer NONE = new Offer(List.of(""), false);

    /// What a model takes.
    ///
    /// @param names the empty one first
    /// @param open whether other names may be typed
    public record Offer(List<String> names, boolean open) {
        public Offer {
            names = List.copyOf(names);
        }

        /// `wished` if the model takes it, else the name nearest to it (the cheaper of two), else
        /// the default.
        public String nearest(String wished) {
            if (open || names.contains(wished)) {
                return wished;
            }
            int rank = NAMES.indexOf(wished);
            return names.stream()
                    .filter(name -> rank >= 0 && !name.isEmpty())
                    .min(Comparator.comparingInt(name -> Math.abs(NAMES.indexOf(name) - rank)))
                    .orElse("");
        }
    }

    /// What is sent for a level.
    ///
    /// @param level the name that is meant; empty for the default
    /// @param budget tokens to send in the name's place
    /// @param thinks whether the model can think at all
    public record Choice(String level, OptionalInt budget, boolean thinks) {}

    private record Family(String beginning, Map<String, OptionalInt> levels) {}

    // Longest beginning first.
    private final List<Family> families;

    private ThinkingLevels(List<Family> families) {
        this.families =
                families.stream()
                        .sorted(Comparator.comparingInt(f -> -f.beginning().length()))
                        .toList();
    }

    /// The table that comes with Easel.
    public static ThinkingLevels bundled() {
        String table = BundledText.read(ThinkingLevels.class, "/assets/models/thinking.json");
        try {
            return read(new ObjectMapper().readTree(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param model an id, with or without `models/`
    public Offer offer(String model) {
        return families.stream()
                .filter(f -> belongs(model, f))
                .findFirst()
                .map(f -> new Offer(withDefault(List.copyOf(f.levels().keySet())), false))
                .orElse(ANY);
    }

    /// What to send to a model; the nearest that it takes.
    public Choice choose(String model, String wished) {
        String level = offer(model).nearest(wished);
        return families.stream()
                .filter(f -> belongs(model, f))
                .findFirst()
                .map(f ->
                        new Choice(
                                level,
                                f.levels().getOrDefault(level, OptionalInt.empty()),
                                !f.levels().isEmpty()))
                .orElse(
                        new Choice(
                                level,
                                level.equals("off") ? OptionalInt.of(0) : OptionalInt.empty(),
                                true));
    }

    private static boolean belongs(String model, Family family) {
        return model.substring(model.lastIndexOf('/') + 1).startsWith(family.beginning());
    }

    private static ThinkingLevels read(JsonNode table) {
        List<Family> families = new ArrayList<>();
        for (JsonNode family : table.path("families")) {
            Map<String, OptionalInt> levels = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> level : family.path("levels").properties()) {
                JsonNode budget = level.getValue();
                levels.put(
                        level.getKey(),
                        budget.isInt() ? OptionalInt.of(budget.intValue()) : OptionalInt.empty());
            }
            family.path("ids").forEach(id -> families.add(new Family(id.asText(), levels)));
        }
        return new ThinkingLevels(families);
    }

    private static List<String> withDefault(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.addFirst("");
        return all;
    }
}
