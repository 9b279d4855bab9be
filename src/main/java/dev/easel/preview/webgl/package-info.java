/// WebGL for pages in a WebView, which has none.
///
/// A page that asks for a WebGL context gets a script (`shim/*.js`, composed by [ShimScript]) whose
/// contexts write every call as integers into one buffer. The buffer travels to a [WebGlPage] and
/// is carried out on the GL thread by `gl`, call by call, on ANGLE: the driver that Chromium uses,
/// which validates everything as WebGL asks. Calls that want an answer wait for it; all others
/// return at once.
///
/// What is checked where: the script converts arguments as Web IDL says and checks what only it
/// knows (whose object, deleted or not, which program's location). ANGLE checks everything else.
/// The decoder believes nothing: a command that does not fit its frame is dropped and costs its
/// page the context.
///
/// Functions, constants and signatures come from one table, `api.txt`, made from the Khronos IDL.
///
/// Plain Java; it uses nothing of JavaFX. `gl` is the only user of LWJGL.
@NullMarked
package dev.easel.preview.webgl;

import org.jspecify.annotations.NullMarked;
