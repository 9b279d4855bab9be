package dev.easel.library;

/// A bundled file that answers a CDN address.
///
/// @param resource name on the class path
/// @param mediaType e.g. `text/javascript`
/// @param requestedVersion as the address wrote it, e.g. `0.160.0` or `r128`; empty when it named
///   none
/// @param bundledVersion the version that is served
/// @param substituted true when the address asked for another version than the bundled one
/// @param links what has to be done to the module's own imports; see [Library#read(LibraryFile)]
public record LibraryFile(
        String resource,
        String mediaType,
        String requestedVersion,
        String bundledVersion,
        boolean substituted,
        ModuleLinks links) {}
