/// Run by the build, not by the program: gathers the packages of the library's tables into
/// `easel-web.jar`. May use the library's tables.
@NullMarked
package dev.easel.library.bundle;

import org.jspecify.annotations.NullMarked;
