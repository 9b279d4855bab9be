package dev.easel.preview.webgl;

import java.util.ArrayList;
import java.util.List;

/// The numbers of commands: every function of the API, then what page script and decoder agreed on
/// besides. A number is only known to this process, whose page script is composed with it.
public final class Opcodes {
    /// Commands that are neither a function of WebGL nor a [StateQuery].
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
                    "multiDrawArrays",
                    "multiDrawArraysInstanced",
                    "multiDrawElements",
                    "multiDrawElementsInstanced",
                    "extensionEnable",
                    "bindingOf",
                    "objectNamed",
                    "shaderInfo",
                    "programInfo",
                    "shaderLog",
                    "programLog",
                    "translatedSource",
                    "texImageFrom",
                    "getString",
                    "getSynciv",
                    "getActiveUniformsiv",
                    "getActiveUniformBlockiv",
                    "enablei",
                    "disablei",
                    "blendEquationi",
                    "blendEquationSeparatei",
                    "blendFunci",
                    "blendFuncSeparatei",
                    "colorMaski");

    private final List<String> names = new ArrayList<>();

    public Opcodes(ApiTable api) {
        api.functions().forEach(f -> names.add(f.name()));
        StateQuery.ALL.forEach(q -> names.add(q.name()));
        names.addAll(OWN);
    }

    /// Every command's name; its place is its number.
    public List<String> names() {
        return List.copyOf(names);
    }
}
