package dev.easel.cost;

import dev.easel.text.Texts;

/// What the limit of the day says of a run that is about to start.
public sealed interface LimitAnswer {
    /// It may start: there is no limit, it costs nothing, or the day stays within its limit.
    LimitAnswer ALLOWED = new Allowed();

    /// See [#ALLOWED].
    record Allowed() implements LimitAnswer {}

    /// It may start, but nobody knows its price: the limit cannot count it.
    record Uncounted(String model) implements LimitAnswer {
        private static final Texts TEXTS = Texts.of(LimitAnswer.class);

        /// What the user should know, once.
        public String text() {
            String named = model.isEmpty() ? TEXTS.get("limit.thisModel") : model;
            return TEXTS.get("limit.uncounted", named);
        }
    }

    /// It would pass the limit, or the limit is reached already.
    ///
    /// @param limit of the day, in billionths of a US dollar, like the others
    /// @param spent today
    /// @param going about what the runs will cost that are not over
    /// @param estimate of the run; 0 when its price is not known
    /// @param priced whether its price is known
    record Over(long limit, long spent, long going, long estimate, boolean priced)
            implements LimitAnswer {
        private static final Texts TEXTS = Texts.of(LimitAnswer.class);

        /// What stands against the run, with the figures.
        public String text() {
            String key =
                    !priced ? "limit.unpriced" : spent >= limit ? "limit.reached" : "limit.over";
            String text =
                    TEXTS.get(
                            key, Dollars.text(limit), Dollars.text(spent), Dollars.text(estimate));
            return going == 0 ? text : text + " " + TEXTS.get("limit.going", Dollars.text(going));
        }

        /// A limit that the run fits in, with as much again for the next.
        public long raised() {
            return Dollars.round(Math.max(limit + 1, spent + going + 2 * estimate));
        }
    }
}
