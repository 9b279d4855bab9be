package dev.easel.prompt;

import dev.easel.cost.CostWords;
import dev.easel.project.Run;
import dev.easel.project.Usage;
import dev.easel.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a run's figures are written, in a card and in the status line.
public final class Figures {
    private static final Texts TEXTS = Texts.of(Figures.class);

    private Figures() {}

    /// Model, times, speed, tokens and cost; what is not known is left out.
    public static String of(Run run) {
        List<String> parts = new ArrayList<>();
        parts.add(run.modelVersion().isEmpty() ? run.model() : run.modelVersion());
        if (run.timings().firstToken() >= 0) {
            parts.add(TEXTS.get("card.firstToken", duration(run.timings().firstToken())));
        }
        if (run.timings().total() >= 0) {
            parts.add(TEXTS.get("card.total", duration(run.timings().total())));
        }
        run.timings()
                .tokensPerSecond(run.usage())
                .ifPresent(rate -> parts.add(TEXTS.get("card.rate", rate)));
        if (!run.usage().equals(Usage.NONE)) {
            parts.add(tokens(run.usage()));
        }
        CostWords.of(run).ifPresent(parts::add);
        return String.join("  \u00b7  ", parts);
    }

    /// E.g. `1,204 in / 9,310 out / 2,100 thought`.
    public static String tokens(Usage usage) {
        String text = TEXTS.get("card.tokens", usage.prompt(), usage.output());
        if (usage.thought() > 0) {
            text += " " + TEXTS.get("card.thoughtTokens", usage.thought());
        }
        return usage.estimated() ? text + " " + TEXTS.get("card.estimated") : text;
    }

    /// E.g. `87 ms` or `12.4 s`.
    public static String duration(long millis) {
        return millis < 1000
                ? TEXTS.get("card.millis", millis)
                : TEXTS.get("card.seconds", String.format(Locale.ROOT, "%.1f", millis / 1000.0));
    }
}
