package dev.easel.library;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A family of `fonts.json`, bundled from its fontsource package.
///
/// @param family as Google names it, e.g. `JetBrains Mono`
/// @param keep which of its files are bundled, as a pattern on the part between name and ending,
///   e.g. `latin(-ext)?-(400|700)-normal`
/// @param css rules that Google's style sheet has besides the faces (icon fonts); may be empty
record FontEntry(String family, String keep, String css) {
    private static final String TEXT = "latin(-ext)?-[1-9]00-normal";

    FontEntry(String family, @Nullable String keep, @Nullable String css) {
        this.family = family;
        this.keep = keep == null ? TEXT : keep;
        this.css = css == null ? "" : css;
    }

    /// The package's name after `@fontsource/`, e.g. `jetbrains-mono`.
    String id() {
        return family.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /// Where its files are in the bundle.
    String folder() {
        return "npm/@fontsource/" + id();
    }

    boolean isIcons() {
        return !css.isEmpty();
    }

    /// The table of `fonts.json`.
    ///
    /// @param standIns for families that are not bundled; the first whose words fit
    record Table(String about, List<StandIn> standIns, List<FontEntry> families) {}

    /// @param words of a family name that make it of this kind, as a pattern
    /// @param family the bundled one that stands in
    record StandIn(String words, String family) {}
}
