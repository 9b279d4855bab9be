package dev.easel.preview.guard;

/// A text is not a script that this parser knows. An engine refuses such a script as a whole.
final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param offset where in the text, 0 for the first character
    SyntaxProblem(String expected, int offset) {
        super(expected + " at offset " + offset, null, false, false);
    }
}
