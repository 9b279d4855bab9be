package dev.easel.preview.dialog;

import java.util.regex.Pattern;

/// A file name made of what a page calls its file: one name, no path, nothing that a system treats
/// in a way of its own.
final class SafeName {
    private static final int LONGEST = 120;
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private SafeName() {}

    /// @param name anything
    /// @return never empty
    static String of(String name) {
        // Leading dots hide a file, trailing ones are dropped by Windows.
        String plain = UNFIT.matcher(name).replaceAll("_").replaceAll("^[. ]+|[. ]+$", "");
        if (plain.isEmpty()) {
            return "download";
        }
        String safe = RESERVED.matcher(plain).matches() ? "_" + plain : plain;
        return safe.length() <= LONGEST ? safe : shortened(safe);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
