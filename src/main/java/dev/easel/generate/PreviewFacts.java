package dev.easel.generate;

import java.util.List;

/// What the system prompt tells a model about the preview: what this build of Easel brings along,
/// and what its engine cannot do. Each entry is one line of Markdown.
///
/// @param libraries bundled libraries with the addresses that answer
/// @param notes how to use them
/// @param missing features that pages expect and do not get
public record PreviewFacts(List<String> libraries, List<String> notes, List<String> missing) {
    private static final List<String> NOTES =
            List.of(
                    "Use a library only where it saves much. Put the import map before the first"
                            + " module script. Other files of these packages, other CDNs (unpkg,"
                            + " jsdelivr, cdnjs, esm.sh) and other versions answer too, with the"
                            + " nearest version; packages that are not listed do not.",
                    "three.js and WebGL 1 and 2 are welcome: both contexts are there and draw as in a"
                            + " browser, with shaders, instancing, float textures and render targets."
                            + " The driver may be a software one: prefer few draw calls and passes, cap"
                            + " the pixel ratio at 2, keep shadow maps at 2048 or less. Make the"
                            + " renderer inside `try`; should it throw, the page says so. There is no"
                            + " WebGPU: use `WebGLRenderer` and GLSL.");

    private static final List<String> MISSING =
            List.of(
                    "Web Audio may be missing: `const Audio = window.AudioContext ||"
                            + " window.webkitAudioContext`, and stay silent without it; start sound only"
                            + " after a click or key.",
                    "`OffscreenCanvas`, WebAssembly, WebGPU, `crypto.subtle`, `speechSynthesis`,"
                            + " `navigator.getGamepads`, `CompressionStream`: undefined.",
                    "IndexedDB never answers: use localStorage.",
                    "`conic-gradient()` paints only its first colour: draw it as SVG or on a canvas.",
                    "`backdrop-filter` and `mix-blend-mode` are ignored, although `CSS.supports` says"
                            + " yes: use translucent layers that look right without them.",
                    "3D transforms are flat: no `perspective`, no `preserve-3d`, no"
                            + " `backface-visibility`. Flip with scale and swap faces half-way.",
                    "SVG `<mask>` ignores luminance: use `clip-path` or alpha. Canvas `ctx.filter` is"
                            + " ignored: use shadows or draw the effect.",
                    "`system-ui`, `monospace` and the fonts of form controls fall back to a serif"
                            + " face: name concrete families and set `font: inherit` on controls.");

    public PreviewFacts {
        libraries = List.copyOf(libraries);
        notes = List.copyOf(notes);
        missing = List.copyOf(missing);
    }

    /// The preview as it is now: WebView with the bundled libraries and a WebGL of our own.
    ///
    /// @param libraries one line each, with the address
    public static PreviewFacts current(List<String> libraries) {
        return new PreviewFacts(libraries, NOTES, MISSING);
    }
}
