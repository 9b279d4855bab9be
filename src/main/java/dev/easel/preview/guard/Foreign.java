package dev.easel.preview.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/// Whether a place of an HTML document is inside SVG or MathML, where other rules hold for what is
/// in a script element.
final class Foreign {
    private static final Set<String> ROOTS = Set.of("svg", "math");

    /// Inside them HTML goes on.
    private static final Set<String> ISLANDS = Set.of("foreignobject", "desc", "title");

    /// Their start tags end foreign content (HTML 13.2.6.5).
    private static final Set<String> BREAKOUT =
            Set.of(
                    ("b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr"
                                    + " i img li listing menu meta nobr ol p pre ruby s small span"
                                    + " strong strike sub sup table tt u ul var")
                            .split(" "));

    private final Deque<String> open = new ArrayDeque<>();

    boolean isForeign() {
        String innermost = open.peek();
        return innermost != null && ROOTS.contains(innermost);
    }

    /// Whether an element of that name would be foreign here; ends foreign content when it cannot.
    boolean isForeignAfter(String name) {
        while (isForeign() && BREAKOUT.contains(name)) {
            open.pop();
        }
        return isForeign();
    }

    void start(String name, boolean isEmpty) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isIsland = isForeign() && ISLANDS.contains(lower);
        if (!isEmpty && (ROOTS.contains(lower) || isIsland)) {
            open.push(lower);
        }
    }

    void end(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (open.contains(lower)) {
            while (!lower.equals(open.pop())) {
                // What was left open inside ends too.
            }
        }
    }
}
