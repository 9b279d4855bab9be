package dev.easel.preview.webgl;

import java.util.ArrayList;
import java.util.List;

/// The numbers of commands: every function of the API, then what page script and decoder agreed on
/// besides. A number is only known to this process, whose page script is composed with it.
public final class Opcodes {
    /// Commands that are no function of WebGL.
    private static final List<String> OWN =
            List.of(
                    "contextCreate",
                    "contextUse",
                    "contextClose",
                    "bufferResize",
                    "present",
                    "show",
                    "objectCreate",
                    "objectDelete",
                    "objectIs",
                    "extensionEnable",
                    "bindingOf",
                    "objectNamed",
                    "shaderInfo",
                    "programInfo",
                    "shaderLog",
                    "programLog",
                    "translatedSource",
                    "texImageFrom",
                    "getIntegerv",
                    "getFloatv",
                    "getBooleanv",
                    "getInteger64v",
                    "getIntegeri_v",
                    "getInteger64i_v",
                    "getString",
                    "getTexParameteriv",
                    "getTexParameterfv",
                    "getSamplerParameteriv",
                    "getSamplerParameterfv",
                    "getRenderbufferParameteriv",
                    "getBufferParameteriv",
                    "getBufferParameteri64v",
                    "getVertexAttribiv",
                    "getVertexAttribfv",
                    "getVertexAttribIiv",
                    "getVertexAttribIuiv",
                    "getVertexAttribPointerv",
                    "getFramebufferAttachmentParameteriv",
                    "getQueryiv",
                    "getQueryObjectuiv",
                    "getSynciv",
                    "getUniformfv",
                    "getUniformiv",
                    "getUniformuiv",
                    "getProgramiv",
                    "getShaderiv",
                    "getActiveUniformsiv",
                    "getActiveUniformBlockiv");

    private final List<String> names = new ArrayList<>();

    public Opcodes(ApiTable api) {
        api.functions().forEach(f -> names.add(f.name()));
        names.addAll(OWN);
    }

    /// Every command's name; its place is its number.
    public List<String> names() {
        return List.copyOf(names);
    }
}
