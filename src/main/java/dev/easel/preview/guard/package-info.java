/// Puts a check into every loop and function of a page's own code, so that none of them can keep
/// the window. Plain Java: finds scripts, parses them, inserts text and maps positions back.
@org.jspecify.annotations.NullMarked
package dev.easel.preview.guard;
