package dev.easel.preview.webgl.gl;

import dev.easel.preview.webgl.ApiFunction;
import dev.easel.preview.webgl.Args;
import dev.easel.preview.webgl.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lwjgl.system.JNI;

/// Commands that are a function of the driver with the same arguments: most of them. Their shapes
/// come from the table of the API, their addresses from the driver by name.
final class PlainCalls {
    /// What functions of WebGL 2 are called in extensions of OpenGL ES 2.
    private static final Map<String, String> IN_VERSION_1 =
            Map.of(
                    "glDrawArraysInstanced", "glDrawArraysInstancedANGLE",
                    "glDrawElementsInstanced", "glDrawElementsInstancedANGLE",
                    "glVertexAttribDivisor", "glVertexAttribDivisorANGLE",
                    "glBindVertexArray", "glBindVertexArrayOES",
                    "glDrawBuffers", "glDrawBuffersEXT");

    /// C has doubles where WebGL has floats only in names.
    private static final Map<String, String> RENAMED =
            Map.of("clearDepth", "glClearDepthf", "depthRange", "glDepthRangef");

    private final Gl gl;

    PlainCalls(Gl gl) {
        this.gl = gl;
    }

    /// The address of a function in a context of either version.
    record Function(long first, long second) {
        long in(GlContext context) {
            return context.version() == 1 ? first : second;
        }
    }

    /// @param name as in WebGL
    Function function(String name) {
        String c =
                RENAMED.getOrDefault(
                        name, "gl" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        return new Function(gl.find(IN_VERSION_1.getOrDefault(c, c)), gl.find(c));
    }

    /// @return empty when it is not plain, or the driver has no such function
    Optional<Call> of(ApiFunction api) {
        Function function = function(api.name());
        if (!api.isPlain() || !api.isVoid() || function.second() == 0) {
            return Optional.empty();
        }
        List<Argument> arguments = api.arguments().stream().map(Argument::of).toList();
        String shape = arguments.stream().map(a -> a.shape).collect(Collectors.joining());
        return call(shape, arguments.toArray(Argument[]::new), function);
    }

    /// How one argument is read.
    private record Argument(String shape, @org.jspecify.annotations.Nullable ObjectKind kind) {
        static Argument of(String type) {
            String plain = type.replace("?", "");
            return switch (type) {
                case "i" -> new Argument("I", null);
                case "f" -> new Argument("F", null);
                case "b" -> new Argument("B", null);
                case "l" -> new Argument("P", null);
                default ->
                        Arrays.stream(ObjectKind.values())
                                .filter(k -> k.type().equals(plain))
                                .findFirst()
                                .map(k -> new Argument("I", k))
                                .orElseGet(() ->
                                        plain.equals("WebGLUniformLocation")
                                                ? new Argument("I", null)
                                                : new Argument("?", null));
            };
        }
    }

    private static int i(Argument[] a, int k, GlContext context, Args in) {
        ObjectKind kind = a[k].kind();
        return kind == null ? in.i() : context.name(kind, in.i());
    }

    private static Optional<Call> call(String shape, Argument[] a, Function f) {
        return Optional.ofNullable(
                switch (shape) {
                    case "" -> (p, c, in, out) -> JNI.callV(f.in(c));
                    case "B" -> (p, c, in, out) -> JNI.callV(in.b(), f.in(c));
                    case "BBBB" ->
                            (p, c, in, out) -> JNI.callV(in.b(), in.b(), in.b(), in.b(), f.in(c));
                    case "F" -> (p, c, in, out) -> JNI.callV(in.f(), f.in(c));
                    case "FB" -> (p, c, in, out) -> JNI.callV(in.f(), in.b(), f.in(c));
                    case "FF" -> (p, c, in, out) -> JNI.callV(in.f(), in.f(), f.in(c));
                    case "FFFF" ->
                            (p, c, in, out) -> JNI.callV(in.f(), in.f(), in.f(), in.f(), f.in(c));
                    case "I" -> (p, c, in, out) -> JNI.callV(i(a, 0, c, in), f.in(c));
                    case "IF" -> (p, c, in, out) -> JNI.callV(i(a, 0, c, in), in.f(), f.in(c));
                    case "IFF" -> (p, c, in, out) -> JNI.callV(in.i(), in.f(), in.f(), f.in(c));
                    case "IFFF" ->
                            (p, c, in, out) -> JNI.callV(in.i(), in.f(), in.f(), in.f(), f.in(c));
                    case "IFFFF" ->
                            (p, c, in, out) ->
                                    JNI.callV(in.i(), in.f(), in.f(), in.f(), in.f(), f.in(c));
                    default -> integers(shape, a, f);
                });
    }

    private static @org.jspecify.annotations.Nullable Call integers(
            String shape, Argument[] a, Function f) {
        return switch (shape) {
            case "II" -> (p, c, in, out) -> JNI.callV(i(a, 0, c, in), i(a, 1, c, in), f.in(c));
            case "IIF" ->
                    (p, c, in, out) -> JNI.callV(i(a, 0, c, in), i(a, 1, c, in), in.f(), f.in(c));
            case "IIFI" -> (p, c, in, out) -> JNI.callV(in.i(), in.i(), in.f(), in.i(), f.in(c));
            case "III" ->
                    (p, c, in, out) ->
                            JNI.callV(i(a, 0, c, in), i(a, 1, c, in), i(a, 2, c, in), f.in(c));
            case "IIII" ->
                    (p, c, in, out) ->
                            JNI.callV(
                                    i(a, 0, c, in),
                                    i(a, 1, c, in),
                                    i(a, 2, c, in),
                                    i(a, 3, c, in),
                                    f.in(c));
            case "IIIII" ->
                    (p, c, in, out) ->
                            JNI.callV(
                                    i(a, 0, c, in),
                                    i(a, 1, c, in),
                                    i(a, 2, c, in),
                                    i(a, 3, c, in),
                                    i(a, 4, c, in),
                                    f.in(c));
            case "IIIIII" ->
                    (p, c, in, out) ->
                            JNI.callV(in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), f.in(c));
            default -> long_(shape, a, f);
        };
    }

    private static @org.jspecify.annotations.Nullable Call long_(
            String shape, Argument[] a, Function f) {
        return switch (shape) {
            case "IIIIIIII" ->
                    (p, c, in, out) ->
                            JNI.callV(
                                    in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), in.i(),
                                    f.in(c));
            case "IIIIIIIII" ->
                    (p, c, in, out) ->
                            JNI.callV(
                                    in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), in.i(),
                                    in.i(), f.in(c));
            case "IIIIIIIIII" ->
                    (p, c, in, out) ->
                            JNI.callV(
                                    in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), in.i(), in.i(),
                                    in.i(), in.i(), f.in(c));
            case "IIIBIP" ->
                    (p, c, in, out) ->
                            JNI.callPV(in.i(), in.i(), in.i(), in.b(), in.i(), in.l(), f.in(c));
            case "IIIIIP" ->
                    (p, c, in, out) ->
                            JNI.callPV(in.i(), in.i(), in.i(), in.i(), in.i(), in.l(), f.in(c));
            case "IIIIP" ->
                    (p, c, in, out) -> JNI.callPV(in.i(), in.i(), in.i(), in.i(), in.l(), f.in(c));
            case "IIIP" -> (p, c, in, out) -> JNI.callPV(in.i(), in.i(), in.i(), in.l(), f.in(c));
            case "IIIPI" ->
                    (p, c, in, out) -> JNI.callPV(in.i(), in.i(), in.i(), in.l(), in.i(), f.in(c));
            case "IIIPP" ->
                    (p, c, in, out) ->
                            JNI.callPPV(in.i(), in.i(), i(a, 2, c, in), in.l(), in.l(), f.in(c));
            case "IIPPP" ->
                    (p, c, in, out) ->
                            JNI.callPPPV(in.i(), in.i(), in.l(), in.l(), in.l(), f.in(c));
            default -> null;
        };
    }
}
