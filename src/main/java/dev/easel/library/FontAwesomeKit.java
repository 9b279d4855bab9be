package dev.easel.library;

import java.util.Optional;

/// Stands in for a Font Awesome kit, a script with a secret in its address that loads the icons:
/// this one loads the bundled style sheet.
final class FontAwesomeKit {
    private static final String SCRIPT =
            """
            (() => {
              const link = document.createElement('link');
              link.rel = 'stylesheet';
              link.href = 'https://use.fontawesome.com/releases/v6/css/all.min.css';
              document.head.append(link);
            })();
            """;

    private FontAwesomeKit() {}

    static Optional<LibraryFile> find(CdnPath path) {
        return path.segments().size() == 1 && path.segment(0).endsWith(".js")
                ? Optional.of(
                        new LibraryFile(
                                "text/javascript",
                                "6",
                                true,
                                "The kit is not bundled: the free icons of version 6 stand in",
                                new LibraryFile.Written(SCRIPT)))
                : Optional.empty();
    }
}
