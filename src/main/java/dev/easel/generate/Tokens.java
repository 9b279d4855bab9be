package dev.easel.generate;

/// Estimates, for when nobody counts: about four characters a token.
public final class Tokens {
    /// What an image costs, roughly, whatever its size.
    static final int IMAGE = 1_100;

    /// Beyond this many tokens models cost double and read badly; see the price table.
    public static final int USUAL_BUDGET = 200_000;

    private static final int CHARACTERS = 4;

    private Tokens() {}

    /// @param characters of a text
    static int of(int characters) {
        return (characters + CHARACTERS - 1) / CHARACTERS;
    }

    /// What may be sent to a model.
    ///
    /// @param inputLimit what the model takes, in tokens; 0 when unknown
    public static int budget(int inputLimit) {
        // The estimate may be wrong by a quarter, and the server counts its own instructions too.
        return inputLimit <= 0 ? USUAL_BUDGET : Math.min(USUAL_BUDGET, inputLimit / 4 * 3);
    }
}
