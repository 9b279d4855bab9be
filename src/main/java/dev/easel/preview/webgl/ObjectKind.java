package dev.easel.preview.webgl;

/// The kinds of objects that a page makes. Each kind has ids of its own in each context; a page's
/// script gives them out, from 1.
///
/// The order is known to the page script, which names a kind by its place.
public enum ObjectKind {
    BUFFER("WebGLBuffer"),
    FRAMEBUFFER("WebGLFramebuffer"),
    PROGRAM("WebGLProgram"),
    RENDERBUFFER("WebGLRenderbuffer"),
    SHADER("WebGLShader"),
    TEXTURE("WebGLTexture"),
    QUERY("WebGLQuery"),
    SAMPLER("WebGLSampler"),
    SYNC("WebGLSync"),
    TRANSFORM_FEEDBACK("WebGLTransformFeedback"),
    VERTEX_ARRAY("WebGLVertexArrayObject");

    private final String type;

    ObjectKind(String type) {
        this.type = type;
    }

    /// The name of its interface, e.g. `WebGLBuffer`.
    public String type() {
        return type;
    }
}
