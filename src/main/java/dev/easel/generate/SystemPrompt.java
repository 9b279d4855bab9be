package dev.easel.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What every request begins with: a text with `{{format}}`, `{{edits}}`, `{{libraries}}`,
/// `{{notes}}` and `{{missing}}`, which Easel fills from what this build has, and the text of the
/// project's preset. Thread-safe.
public final class SystemPrompt {
    private static final String FORMAT =
            """
            ```html index.html
            <!DOCTYPE html>
            ...
            </html>
            ```

            ```css style.css
            ...
            ```\
            """;
    private static final String EDITS =
            """
            ```html index.html
            <<<<<<< SEARCH
              <h1>Old title</h1>
            =======
              <h1>New title</h1>
              <p>A line more</p>
            >>>>>>> REPLACE
            ```\
            """;

    private final String template;
    private final Supplier<PreviewFacts> facts;
    private @Nullable Map<String, String> sections;

    /// @param template Easel's own text
    /// @param facts asked once, when the first prompt is composed
    public SystemPrompt(String template, Supplier<PreviewFacts> facts) {
        this.template = template;
        this.facts = facts;
    }

    /// With the text in `assets/prompts/system.md`.
    public static SystemPrompt bundled(Supplier<PreviewFacts> facts) {
        return new SystemPrompt(Prompts.read("system"), facts);
    }

    /// Easel's own text, as it is before it is filled.
    public String template() {
        return template;
    }

    /// The text as it is sent. Blocking the first time.
    public String text(Guidance guidance) {
        String own = guidance.instructions();
        String text = own.isBlank() ? template : own;
        for (Map.Entry<String, String> section : sections().entrySet()) {
            text = text.replace(mark(section.getKey()), section.getValue());
        }
        String preset = guidance.preset().text();
        return preset.isEmpty() ? text : text.stripTrailing() + "\n\n" + preset + "\n";
    }

    /// The marks of Easel's text that another text leaves out, e.g. `{{format}}`.
    public List<String> missing(String text) {
        return sections().keySet().stream()
                .map(SystemPrompt::mark)
                .filter(mark -> template.contains(mark) && !text.contains(mark))
                .toList();
    }

    /// About so many tokens a text has.
    public static int tokens(String text) {
        return Tokens.of(text.length());
    }

    /// The libraries that pages may use, one line each.
    String libraries() {
        return sections().getOrDefault("libraries", "");
    }

    private static String mark(String name) {
        return "{{" + name + "}}";
    }

    private synchronized Map<String, String> sections() {
        if (sections == null) {
            PreviewFacts known = facts.get();
            Map<String, String> filled = new LinkedHashMap<>();
            filled.put("format", FORMAT);
            filled.put("edits", EDITS);
            filled.put("libraries", bullets(known.libraries()));
            filled.put("notes", bullets(known.notes()));
            filled.put("missing", bullets(known.missing()));
            sections = filled;
        }
        return sections;
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(l -> "- " + l).collect(Collectors.joining("\n"));
    }
}
