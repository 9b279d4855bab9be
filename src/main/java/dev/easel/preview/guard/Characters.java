package dev.easel.preview.guard;

/// Classes of characters, as ECMAScript sorts them.
final class Characters {
    private Characters() {}

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    static boolean isBlank(char c) {
        return c <= ' '
                ? c == ' ' || (c >= '\t' && c <= '\r')
                : c == '\u00a0'
                        || c == '\ufeff'
                        || isLineEnd(c)
                        || (c > '\u007f' && Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    /// Generous: whatever else is not ASCII is taken as part of a name, since an engine refuses a
    /// script with any other such character.
    static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '$'
                || c == '_'
                || c == '\\'
                || (c > '\u007f' && !isBlank(c));
    }
}
