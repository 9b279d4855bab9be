package dev.easel.provider.samples;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words of a prompt, comparable with keywords: lower case, without punctuation, and the plural
/// as the singular.
final class PromptWords {
    // More than any number of keywords can add up to.
    private static final int EXACT = 1_000_000;

    private final String words;

    PromptWords(String prompt) {
        this.words = normalised(prompt);
    }

    /// How well a sample fits; 0 is not at all. A phrase counts for more than a word, as often as
    /// it has words; the sample's own prompt fits best.
    int fit(Sample sample) {
        if (words.equals(normalised(sample.prompt()))) {
            return EXACT;
        }
        return sample.keywords().stream().distinct().mapToInt(this::weight).sum();
    }

    private int weight(String keyword) {
        String wanted = normalised(keyword);
        if (wanted.isBlank() || !words.contains(wanted)) {
            return 0;
        }
        return (int) wanted.strip().chars().filter(c -> c == ' ').count() + 1;
    }

    /// Words with one space before and after each, so that `contains` finds only whole ones.
    private static String normalised(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(PromptWords::singular)
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
