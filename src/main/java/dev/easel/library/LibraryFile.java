package dev.easel.library;

import java.util.List;

/// A bundled answer to a CDN address.
///
/// @param mediaType e.g. `text/javascript`
/// @param version what is served, e.g. `0.160.0`; empty where that means nothing
/// @param substituted true when the address asked for something else than what is served
/// @param note what stands in for what, in plain words; empty unless substituted
/// @param content where the bytes come from; see [Library#read(LibraryFile)]
public record LibraryFile(
        String mediaType, String version, boolean substituted, String note, Content content) {

    /// Where the bytes of an answer come from.
    sealed interface Content {}

    /// A file as it is.
    ///
    /// @param file below [BundleIndex#ROOT]
    record Stored(String file) implements Content {}

    /// A module whose imports become addresses, and which becomes a module if it is none yet.
    record Linked(BundledLibrary library, String file, CdnAddress.Linking linking)
            implements Content {}

    /// The address stands for another one: a module of one line passes everything on, so that
    /// however a page names a package there is one instance of it.
    record PassedOn(BundledLibrary library, String file, CdnAddress.Linking linking)
            implements Content {}

    /// Several files, one after the other.
    record Joined(List<LibraryFile> files) implements Content {}

    /// Text made for the address.
    record Written(String text) implements Content {}
}
