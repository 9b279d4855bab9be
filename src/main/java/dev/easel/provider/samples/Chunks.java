package dev.easel.provider.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Cuts a text into pieces as a model's server sends them: of irregular length, never through a
/// character.
final class Chunks {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;

    private Chunks() {}

    /// Pieces of 8 to 40 UTF-16 units, longer ones if otherwise there would be more than about
    /// `most`.
    static List<String> of(String text, int most, RandomGenerator random) {
        double stretch = Math.max(1, text.length() / (most * (SHORTEST + LONGEST) / 2.0));
        List<String> chunks = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int wanted = (int) (random.nextInt(SHORTEST, LONGEST + 1) * stretch);
            int to = Math.min(text.length(), from + wanted);
            if (Character.isHighSurrogate(text.charAt(to - 1)) && to < text.length()) {
                to++;
            }
            chunks.add(text.substring(from, to));
            from = to;
        }
        return chunks;
    }
}
