/// Carries out WebGL commands on a driver: ANGLE over whatever the system has.
///
/// The only user of LWJGL, and of it only what calls native functions by address and what holds
/// memory outside the heap: every function is found by its name, so the table of the API says which
/// exist. Everything but [GlDriver] belongs to one thread, the GL thread.
@NullMarked
package dev.easel.preview.webgl.gl;

import org.jspecify.annotations.NullMarked;
