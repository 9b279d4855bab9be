package dev.easel.library;

/// How a served module finds the other modules of its package.
public sealed interface ModuleLinks {
    /// The file is served as it is; its imports are relative, or the page has an import map.
    record AsTheyAre() implements ModuleLinks {}

    /// The address stands for another one: a one-line module passes everything on, so that however
    /// a page names the package there is one instance of it.
    ///
    /// @param target absolute address
    record PassedOn(String target) implements ModuleLinks {}

    /// The CDN turns `from 'three'` into an address, and so do we.
    ///
    /// @param folder of the file inside the package, ending with `/` unless empty
    /// @param main path of the package's main module
    record Rewritten(CdnAddress address, String folder, String main) implements ModuleLinks {}
}
