package dev.easel.preview.webgl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Composes the script that gives a page WebGL: constants, opcodes and the plain functions from the
/// table of the API, the rest from `shim/*.js`.
///
/// The result is one expression, a function of what the page's bridge kept before the page could
/// change it.
public final class ShimScript {
    /// In the order in which they run; they share one function's scope.
    private static final List<String> BEFORE = List.of("encoder", "objects");

    private static final List<String> AFTER =
            List.of(
                    "contexts",
                    "canvas",
                    "sources",
                    "state",
                    "programs",
                    "shaders",
                    "uniforms",
                    "values",
                    "lifetimes",
                    "buffers",
                    "pixels",
                    "pictures",
                    "arrays",
                    "feedback",
                    "queries",
                    "textures",
                    "compressed",
                    "reading",
                    "framebuffers",
                    "refusals",
                    "extensions",
                    "units",
                    "attachments",
                    "multidraw",
                    "indexed",
                    "main");

    /// What changes the drawing buffer when no framebuffer of the page's is bound.
    private static final Set<String> DRAWING =
            Set.of(
                    "clear",
                    "clearBufferfi",
                    "drawArrays",
                    "drawElements",
                    "drawArraysInstanced",
                    "drawElementsInstanced",
                    "drawRangeElements",
                    "blitFramebuffer");

    private static final int OPCODE_BITS = 10;

    private ShimScript() {}

    /// @param opcodes whose numbers the decoder uses
    public static String compose(ApiTable api, Opcodes opcodes) {
        StringBuilder script = new StringBuilder("(function (env) {\n'use strict';\n");
        script.append(
                "var INVALID_ENUM = 0x500, INVALID_VALUE = 0x501, INVALID_OPERATION = 0x502, OUT_OF_MEMORY = 0x505;\n");
        script.append("var BROWSER_DEFAULT_WEBGL = 0x9244;\n");
        script.append("var constants = ").append(object(api.constants())).append(";\n");
        script.append("var constants2 = ").append(object(api.laterConstants())).append(";\n");
        appendOpcodes(script, opcodes.names());
        script.append("var later = {")
                .append(
                        api.functions().stream()
                                .filter(f -> f.version() == 2)
                                .map(f -> f.name() + ": true")
                                .collect(Collectors.joining(", ")))
                .append("};\n");
        BEFORE.forEach(part -> script.append(text(part)).append('\n'));
        script.append("var plain = {\n");
        for (ApiFunction f : api.functions()) {
            if (isGenerated(f)) {
                script.append(function(f, opcodes.names().indexOf(f.name()))).append(",\n");
            }
        }
        script.append("};\n");
        AFTER.forEach(part -> script.append(text(part)).append('\n'));
        return script.append("})").toString();
    }

    private static String object(Map<String, Long> constants) {
        return constants.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void appendOpcodes(StringBuilder script, List<String> names) {
        script.append("const ")
                .append(
                        IntStream.range(0, names.size())
                                .mapToObj(k -> "OP_" + names.get(k) + " = " + k)
                                .collect(Collectors.joining(", ")))
                .append(";\nvar opcodes = {")
                .append(
                        IntStream.range(0, names.size())
                                .mapToObj(k -> names.get(k) + ": " + k)
                                .collect(Collectors.joining(", ")))
                .append("};\n");
    }

    private static boolean isGenerated(ApiFunction f) {
        return f.isPlain()
                && f.isVoid()
                && f.arguments().stream()
                        .noneMatch(a ->
                                a.equals("s")
                                        || a.endsWith("List")
                                        || a.startsWith("sequence")
                                        || a.equals("ArrayBufferView"));
    }

    /// One function: checks, then words at p.
    private static String function(ApiFunction f, int opcode) {
        List<String> types = f.arguments();
        String parameters =
                IntStream.range(0, types.size())
                        .mapToObj(k -> "a" + k)
                        .collect(Collectors.joining(", "));
        StringBuilder js = new StringBuilder(f.name() + "(" + parameters + ") {");
        if (f.required() > 0) {
            js.append(
                    "if (arguments.length < %d) few('%s', %d, arguments.length);"
                            .formatted(f.required(), f.name(), f.required()));
        }
        js.append("var s = this[$]; if (s.lost) return;");
        StringBuilder words = new StringBuilder();
        int at = 1;
        for (int k = 0; k < types.size(); k++) {
            js.append(check(types.get(k), k));
            words.append(word(types.get(k), k, at));
            at += types.get(k).equals("l") ? 2 : 1;
        }
        if (DRAWING.contains(f.name())) {
            js.append("if (s.drawFramebuffer === null && !s.dirty) dirty(s);");
        }
        js.append("if (s !== cur || p > END) room(s, %d);".formatted(at));
        js.append("I[p] = %d;".formatted(opcode | at << OPCODE_BITS));
        return js.append(words).append("p += %d; }".formatted(at)).toString();
    }

    /// What must hold of an argument before anything is written.
    private static String check(String type, int k) {
        if (type.equals("i") || type.equals("f") || type.equals("l")) {
            // Here, because converting an object may run the page's own code.
            String number = "a%1$d = +a%1$d;".formatted(k);
            // An offset or a size; the driver takes any number for an address.
            return type.equals("l")
                    ? number + "if (a%d < 0) { fail(s, INVALID_VALUE); return; }".formatted(k)
                    : number;
        }
        if (type.length() == 1) {
            return "";
        }
        if (type.equals("WebGLUniformLocation?")) {
            return ("if (a%1$d === null || a%1$d === undefined) return;"
                            + "var h%1$d = uniformArgument(s, a%1$d); if (h%1$d < 0) return;")
                    .formatted(k);
        }
        String find = type.endsWith("?") ? "idOrNull" : "idOf";
        return "var h%1$d = %2$s(s, a%1$d, %3$s); if (h%1$d < 0) return;"
                .formatted(k, find, kind(type.replace("?", "")));
    }

    private static int kind(String type) {
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind.type().equals(type)) {
                return kind.ordinal();
            }
        }
        throw new IllegalStateException("The table names no kind of object: " + type);
    }

    private static String word(String type, int k, int at) {
        return switch (type) {
            case "i" -> "I[p + %d] = a%d;".formatted(at, k);
            case "f" -> "F[p + %d] = a%d;".formatted(at, k);
            case "b" -> "I[p + %d] = a%d ? 1 : 0;".formatted(at, k);
            case "l" -> "I[p + %d] = a%d; I[p + %d] = high(a%d);".formatted(at, k, at + 1, k);
            default -> "I[p + %d] = h%d;".formatted(at, k);
        };
    }

    private static String text(String part) {
        try (InputStream in =
                Objects.requireNonNull(
                        ShimScript.class.getResourceAsStream("shim/" + part + ".js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The WebGL script cannot be read", e);
        }
    }
}
