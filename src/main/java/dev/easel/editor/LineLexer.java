package dev.easel.editor;

import java.util.ArrayList;
import java.util.List;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/// Splits one line of code into styled spans, given the state in which the line before it ended.
///
/// The state is what makes streaming cheap: only the lines that grew are read again. Not
/// thread-safe; an instance belongs to one thread.
final class LineLexer {
    /// The state before the first line.
    static final int START = Token.NULL;

    /// Minified code in one line: colour is no use there and costs seconds.
    static final int LONGEST = 5_000;

    private final TokenMaker tokens;

    LineLexer(Syntax syntax) {
        tokens = TokenMakerFactory.getDefaultInstance().getTokenMaker(syntax.key());
    }

    /// A stretch of a line.
    ///
    /// @param style CSS class, or empty for plain text
    record Span(int length, String style) {}

    /// @param spans cover the line exactly
    /// @param endState to be given to the next line
    record Line(List<Span> spans, int endState) {}

    /// @param line without its line end
    /// @param state the end state of the line before, or [#START]
    Line lex(String line, int state) {
        if (line.length() > LONGEST) {
            return new Line(List.of(new Span(line.length(), "")), state);
        }
        List<Span> spans = new ArrayList<>();
        int covered = 0;
        Token token =
                tokens.getTokenList(new Segment(line.toCharArray(), 0, line.length()), state, 0);
        while (token != null && token.isPaintable()) {
            covered += add(spans, token.length(), style(token.getType()));
            token = token.getNextToken();
        }
        if (covered < line.length()) {
            add(spans, line.length() - covered, "");
        }
        int end =
                token == null
                        ? tokens.getLastTokenTypeOnLine(
                                new Segment(line.toCharArray(), 0, line.length()), state)
                        : token.getType();
        return new Line(spans, end);
    }

    private static int add(List<Span> spans, int length, String style) {
        if (!spans.isEmpty() && spans.getLast().style().equals(style)) {
            Span last = spans.removeLast();
            spans.add(new Span(last.length() + length, style));
        } else if (length > 0) {
            spans.add(new Span(length, style));
        }
        return length;
    }

    private static String style(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.MARKUP_COMMENT ->
                    "code-comment";
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> "code-keyword";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.REGEX ->
                    "code-string";
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.LITERAL_BOOLEAN ->
                    "code-number";
            case TokenTypes.FUNCTION, TokenTypes.DATA_TYPE -> "code-function";
            case TokenTypes.VARIABLE, TokenTypes.MARKUP_ENTITY_REFERENCE, TokenTypes.ANNOTATION ->
                    "code-variable";
            case TokenTypes.MARKUP_TAG_NAME -> "code-tag";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> "code-attribute";
            case TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.PREPROCESSOR ->
                    "code-meta";
            case TokenTypes.OPERATOR, TokenTypes.SEPARATOR, TokenTypes.MARKUP_TAG_DELIMITER ->
                    "code-punctuation";
            default -> "";
        };
    }
}
