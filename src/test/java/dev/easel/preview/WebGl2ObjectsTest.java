package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The objects of WebGL 2 in a real page, on the driver of this machine.
class WebGl2ObjectsTest {
    @TempDir static Path storage;
    private static PageFixture page;

    @BeforeAll
    static void open() {
        page = new PageFixture(storage);
    }

    @AfterAll
    static void close() {
        page.close();
    }

    @BeforeEach
    void show() {
        page.show(
                "index.html",
                """
                <!doctype html><canvas id=c></canvas><script>
                var gl = c.getContext('webgl2');
                function bound(target, bytes) {
                  var buffer = gl.createBuffer();
                  gl.bindBuffer(target, buffer);
                  gl.bufferData(target, bytes, gl.STATIC_DRAW);
                  return buffer;
                }
                function later(is) {
                  return new Promise(function (done) {
                    (function look() { if (is()) done('yes'); else setTimeout(look, 1); })();
                  });
                }
                </script>\
                """);
    }

    private static String eval(String javaScript) {
        return page.eval("(function () {" + javaScript + "})()");
    }

    @Test
    void aFenceIsNotPassedInTheTaskThatMadeIt() {
        assertThat(
                        eval(
                                """
                                window.sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
                                gl.finish();
                                return [gl.clientWaitSync(sync, 0, 0) === gl.TIMEOUT_EXPIRED,
                                  gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.UNSIGNALED].join();\
                                """))
                .isEqualTo("\"true,true\"");
        assertThat(
                        eval(
                                "return later(function () { return gl.getSyncParameter(sync, gl.SYNC_STATUS) === gl.SIGNALED; });"))
                .isEqualTo("\"yes\"");
        assertThat(eval("return gl.clientWaitSync(sync, 0, 0) === gl.ALREADY_SIGNALED;"))
                .isEqualTo("true");
    }

    @Test
    void aQueryHasItsResultInALaterTask() {
        assertThat(
                        eval(
                                """
                                window.query = gl.createQuery();
                                gl.beginQuery(gl.ANY_SAMPLES_PASSED, query);
                                gl.endQuery(gl.ANY_SAMPLES_PASSED);
                                gl.finish();
                                return gl.getQueryParameter(query, gl.QUERY_RESULT_AVAILABLE);\
                                """))
                .isEqualTo("false");
        assertThat(
                        eval(
                                "return later(function () { return gl.getQueryParameter(query, gl.QUERY_RESULT_AVAILABLE); });"))
                .isEqualTo("\"yes\"");
        assertThat(eval("return gl.getQueryParameter(query, gl.QUERY_RESULT);")).isEqualTo("0");
    }

    @Test
    void aPartOfAnArrayIsPutIntoABufferAndReadFromIt() {
        assertThat(
                        eval(
                                """
                                bound(gl.ARRAY_BUFFER, new Uint16Array(4));
                                gl.bufferSubData(gl.ARRAY_BUFFER, 2, new Uint16Array([1, 2, 3, 4]), 1, 2);
                                var back = new Uint16Array([9, 9, 9, 9, 9]);
                                gl.getBufferSubData(gl.ARRAY_BUFFER, 2, back, 1, 3);
                                return back.join() + ' ' + gl.getError();\
                                """))
                .isEqualTo("\"9,2,3,0,9 0\"");
    }

    @Test
    void aPartThatAnArrayDoesNotHaveIsRefused() {
        assertThat(
                        eval(
                                """
                                bound(gl.ARRAY_BUFFER, new Uint8Array(8));
                                var four = new Uint8Array(4), errors = [];
                                gl.bufferSubData(gl.ARRAY_BUFFER, 0, four, 5);
                                errors.push(gl.getError());
                                gl.bufferSubData(gl.ARRAY_BUFFER, 0, four, 2, 3);
                                errors.push(gl.getError());
                                gl.getBufferSubData(gl.ARRAY_BUFFER, -1, four);
                                errors.push(gl.getError());
                                gl.copyBufferSubData(gl.ARRAY_BUFFER, gl.ARRAY_BUFFER, 0, -4, 4);
                                errors.push(gl.getError());
                                return errors.join();\
                                """))
                .isEqualTo("\"1281,1281,1281,1281\"");
    }

    @Test
    void indicesAreNotMixedWithOtherData() {
        assertThat(
                        eval(
                                """
                                var data = bound(gl.COPY_READ_BUFFER, new Uint8Array(8)), errors = [];
                                bound(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(8));
                                gl.copyBufferSubData(gl.COPY_READ_BUFFER, gl.ELEMENT_ARRAY_BUFFER, 0, 0, 4);
                                errors.push(gl.getError());
                                gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, data);
                                errors.push(gl.getError());
                                gl.bindVertexArray(gl.createVertexArray());
                                gl.copyBufferSubData(gl.COPY_READ_BUFFER, gl.COPY_READ_BUFFER, 0, 4, 4);
                                errors.push(gl.getError());
                                return errors.join();\
                                """))
                .isEqualTo("\"1282,1282,0\"");
    }

    @Test
    void whatIsNotBoundKeepsADeletedBuffer() {
        assertThat(
                        eval(
                                """
                                var array = gl.createVertexArray(), feedback = gl.createTransformFeedback();
                                gl.bindVertexArray(array);
                                var source = bound(gl.ARRAY_BUFFER, new Uint8Array(8));
                                gl.vertexAttribPointer(0, 1, gl.FLOAT, true, 0, 0);
                                gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, feedback);
                                var target = gl.createBuffer();
                                gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, target);
                                gl.bindVertexArray(null);
                                gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, null);
                                gl.deleteBuffer(source);
                                gl.deleteBuffer(target);
                                gl.bindVertexArray(array);
                                gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, feedback);
                                return [gl.getVertexAttrib(0, gl.VERTEX_ATTRIB_ARRAY_BUFFER_BINDING) === source,
                                  gl.getVertexAttrib(0, gl.VERTEX_ATTRIB_ARRAY_NORMALIZED),
                                  gl.getIndexedParameter(gl.TRANSFORM_FEEDBACK_BUFFER_BINDING, 0) === target,
                                  gl.getParameter(gl.ARRAY_BUFFER_BINDING), gl.isBuffer(source)].join();\
                                """))
                .isEqualTo("\"true,true,true,,false\"");
    }

    @Test
    void samplesOfAFormatAreListedAndOthersAreNone() {
        assertThat(
                        eval(
                                """
                                var list = gl.getInternalformatParameter(gl.RENDERBUFFER, gl.RGBA8, gl.SAMPLES);
                                var first = list instanceof Int32Array && list[0] >= 4, error = gl.getError();
                                return [first, error, gl.getInternalformatParameter(gl.RENDERBUFFER, 1, gl.SAMPLES),
                                  gl.getError()].join();\
                                """))
                .isEqualTo("\"true,0,,1280\"");
    }

    @Test
    void whatOnlyTheDriverHasIsRefused() {
        assertThat(
                        eval(
                                """
                                var restart = 0x8D69, swizzle = 0x8E42, errors = [];
                                gl.enable(restart);
                                errors.push(gl.getError());
                                errors.push(gl.isEnabled(restart), gl.getError());
                                gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
                                gl.texParameteri(gl.TEXTURE_2D, swizzle, gl.RED);
                                errors.push(gl.getError());
                                return errors.join();\
                                """))
                .isEqualTo("\"1280,false,1280,1280\"");
    }
}
