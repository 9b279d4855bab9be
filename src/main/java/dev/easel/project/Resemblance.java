package dev.easel.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds lines that resemble others: models quote from memory and get a word wrong.
///
/// Lines are compared by their pairs of neighbouring characters (Dice's coefficient), which costs
/// one pass a line and does not care where in the line a word was inserted.
final class Resemblance {
    // Below this, applying an edit guesses; facts of peers: 0.8 and a single place.
    private static final double ENOUGH = 0.8;
    private static final double WORTH_QUOTING = 0.3;
    private static final int FEWEST_LINES = 3;

    private Resemblance() {}

    /// The places that resemble the search at least by 0.8; places that overlap a better one do not
    /// count, equally good ones do. At least three lines are needed, and half of them must be there
    /// word for word.
    static List<Integer> find(List<String> lines, List<String> search) {
        if (search.stream().filter(l -> !l.isBlank()).count() < FEWEST_LINES) {
            return List.of();
        }
        double[] scores = scores(lines, search, 0.5);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= ENOUGH && isBestAround(scores, i, search.size())) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean isBestAround(double[] scores, int at, int reach) {
        int to = Math.min(scores.length, at + reach);
        for (int i = Math.max(0, at - reach + 1); i < to; i++) {
            if (scores[i] > scores[at]) {
                return false;
            }
        }
        return true;
    }

    /// The place that resembles the search most.
    ///
    /// @return -1 if nothing does enough to be worth quoting
    static int nearest(List<String> lines, List<String> search) {
        double[] scores = scores(lines, search, 0);
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            best = scores[i] >= WORTH_QUOTING && (best < 0 || scores[i] > scores[best]) ? i : best;
        }
        return best;
    }

    /// For each place the mean likeness of its lines, 0 where fewer than a share are equal.
    private static double[] scores(List<String> lines, List<String> search, double equalShare) {
        Line[] wanted = search.stream().map(Line::new).toArray(Line[]::new);
        Line[] file = lines.stream().map(Line::new).toArray(Line[]::new);
        double[] scores = new double[Math.max(0, file.length - wanted.length + 1)];
        for (int i = 0; i < scores.length; i++) {
            int equal = 0;
            for (int n = 0; n < wanted.length; n++) {
                equal += file[i + n].text.equals(wanted[n].text) ? 1 : 0;
            }
            // Without any line in common only a short search is compared word by word.
            boolean worth = equal > 0 || wanted.length <= FEWEST_LINES;
            scores[i] = worth && equal >= equalShare * wanted.length ? score(file, i, wanted) : 0;
        }
        return scores;
    }

    private static double score(Line[] file, int at, Line[] wanted) {
        double sum = 0;
        double weight = 0;
        for (int n = 0; n < wanted.length; n++) {
            double w = Math.max(1, wanted[n].text.length());
            sum += w * wanted[n].likeness(file[at + n]);
            weight += w;
        }
        return sum / weight;
    }

    private static final class Line {
        private final String text;
        private Map<Integer, Integer> pairs = Map.of();

        Line(String line) {
            text = line.strip();
        }

        double likeness(Line other) {
            if (text.equals(other.text)) {
                return 1;
            }
            int all = text.length() + other.text.length() - 2;
            if (all <= 0 || Math.min(text.length(), other.text.length()) * 3 < all) {
                return 0;
            }
            int common = 0;
            Map<Integer, Integer> left = new HashMap<>(pairs());
            for (Map.Entry<Integer, Integer> pair : other.pairs().entrySet()) {
                common += Math.min(pair.getValue(), left.getOrDefault(pair.getKey(), 0));
            }
            return 2.0 * common / all;
        }

        private Map<Integer, Integer> pairs() {
            if (pairs.isEmpty()) {
                pairs = new HashMap<>();
                for (int i = 0; i + 1 < text.length(); i++) {
                    pairs.merge(text.charAt(i) << 16 | text.charAt(i + 1), 1, Integer::sum);
                }
            }
            return pairs;
        }
    }
}
