/// Main, command line, wiring and the main window. Knows everyone; nobody knows it.
@NullMarked
package dev.easel.app;

import org.jspecify.annotations.NullMarked;
