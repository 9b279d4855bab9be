package dev.easel.preview.webgl;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question about state that the driver answers with a list of words, by the name of its function
/// without `gl`.
///
/// @param arguments how many whole numbers come before the place for the answer
/// @param of what kind of object the first argument names; null when it names none
public record StateQuery(String name, int arguments, @Nullable ObjectKind of) {
    /// All of them, in a fixed order.
    public static final List<StateQuery> ALL =
            Stream.of(
                            plain(1, "getIntegerv", "getFloatv", "getBooleanv", "getInteger64v"),
                            plain(2, "getIntegeri_v", "getInteger64i_v", "getQueryiv"),
                            plain(2, "getTexParameteriv", "getTexParameterfv"),
                            plain(2, "getBufferParameteriv", "getBufferParameteri64v"),
                            plain(2, "getVertexAttribiv", "getVertexAttribfv"),
                            plain(2, "getVertexAttribIiv", "getVertexAttribIuiv"),
                            plain(2, "getVertexAttribPointerv", "getRenderbufferParameteriv"),
                            plain(3, "getFramebufferAttachmentParameteriv"),
                            of(
                                    ObjectKind.SAMPLER,
                                    "getSamplerParameteriv",
                                    "getSamplerParameterfv"),
                            of(ObjectKind.QUERY, "getQueryObjectuiv"),
                            of(ObjectKind.SHADER, "getShaderiv"),
                            of(ObjectKind.PROGRAM, "getProgramiv", "getUniformfv"),
                            of(ObjectKind.PROGRAM, "getUniformiv", "getUniformuiv"))
                    .flatMap(some -> some)
                    .toList();

    private static Stream<StateQuery> plain(int arguments, String... names) {
        return Stream.of(names).map(name -> new StateQuery(name, arguments, null));
    }

    private static Stream<StateQuery> of(ObjectKind kind, String... names) {
        return Stream.of(names).map(name -> new StateQuery(name, 2, kind));
    }
}
