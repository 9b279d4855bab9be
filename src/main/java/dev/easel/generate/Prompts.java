package dev.easel.generate;

import dev.easel.text.BundledText;
import java.util.Map;

/// The texts for models in `assets/prompts`. Said to models, not to people: always English.
final class Prompts {
    private Prompts() {}

    /// @param name without `.md`
    /// @param values what replaces each `{{key}}`
    static String fill(String name, Map<String, String> values) {
        String text = read(name).strip();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    static String read(String name) {
        String text = BundledText.read(Prompts.class, "/assets/prompts/" + name + ".md");
        return text.replace("\r\n", "\n");
    }

    /// Code in a fence that it cannot close.
    static String fenced(String info, String text) {
        int longest =
                text.lines()
                        .flatMap(l -> Fence.of(l).stream())
                        .mapToInt(Fence::length)
                        .max()
                        .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return fence + info + "\n" + text + end + fence + "\n";
    }
}
