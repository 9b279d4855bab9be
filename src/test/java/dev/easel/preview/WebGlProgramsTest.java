package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shaders, programs, uniforms and attributes in a real page.
class WebGlProgramsTest {
    private static final String BEGIN =
            """
            <!doctype html><canvas id=c width=20 height=10></canvas><script>
            var c = document.getElementById('c'), gl;
            function shader(type, text) {
              var s = gl.createShader(type);
              gl.shaderSource(s, text);
              gl.compileShader(s);
              return s;
            }
            function program(vertex, fragment, varyings) {
              var p = gl.createProgram();
              gl.attachShader(p, shader(gl.VERTEX_SHADER, vertex));
              gl.attachShader(p, shader(gl.FRAGMENT_SHADER, fragment));
              if (varyings) gl.transformFeedbackVaryings(p, varyings, gl.SEPARATE_ATTRIBS);
              gl.linkProgram(p);
              gl.useProgram(p);
              return p;
            }
            var first = 'attribute vec4 a; uniform mat3 m; void main() { gl_Position = vec4(m * a.xyz, 1); }';
            var fill = 'precision mediump float; uniform vec2 list[3]; uniform bool on;'
              + 'void main() { gl_FragColor = vec4(list[0] + list[1] + list[2], on, 1); }';
            var second = '#version 300 es\\n in vec4 a; out vec3 v; layout(std140) uniform Block { vec4 one; mat4 two; };'
              + 'void main() { v = a.xyz; gl_Position = two * a + one; }';
            var fill2 = '#version 300 es\\n precision mediump float; uniform uvec3 u; out vec4 o; void main() { o = vec4(u, 1); }';
            """;

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

    private static void show(int version, String script) {
        String context = version == 2 ? "webgl2" : "webgl";
        page.show(
                "index.html",
                BEGIN + "gl = c.getContext('" + context + "');" + script + "</script>");
    }

    private static String eval(String javaScript) {
        return page.eval(javaScript);
    }

    @Test
    void aLinkedProgramSaysWhatIsInIt() {
        show(1, "var p = program(first, fill);");

        assertThat(
                        eval(
                                "var names = []; for (var k = 0; k < gl.getProgramParameter(p, gl.ACTIVE_UNIFORMS); k++) {"
                                        + " var u = gl.getActiveUniform(p, k); names.push(u.name + ' ' + u.size + ' ' + u.type); }"
                                        + "names.sort().join()"))
                .isEqualTo("\"list[0] 3 35664,m 1 35675,on 1 35670\"");
        assertThat(eval("gl.getActiveAttrib(p, 0).name + gl.getAttribLocation(p, 'a')"))
                .isEqualTo("\"a0\"");
        assertThat(eval("gl.getUniformLocation(p, 'none')")).isEqualTo("null");
    }

    @Test
    void uniformsKeepWhatTheyAreGiven() {
        show(
                1,
                "var p = program(first, fill); function at(name) { return gl.getUniformLocation(p, name); }"
                        + "gl.uniform2fv(at('list'), [1, 2, 3, 4, 5, 6]); gl.uniform1i(at('on'), 1);"
                        + "gl.uniformMatrix3fv(at('m'), false, [1, 2, 3, 4, 5, 6, 7, 8, 9]);");

        assertThat(eval("[].join.call(gl.getUniform(p, at('list[2]')))")).isEqualTo("\"5,6\"");
        assertThat(eval("[].join.call(gl.getUniform(p, at('m')))"))
                .isEqualTo("\"1,2,3,4,5,6,7,8,9\"");
        assertThat(eval("gl.getUniform(p, at('on'))")).isEqualTo("true");
        assertThat(
                        eval(
                                "var old = at('on'); gl.linkProgram(p); gl.uniform1i(old, 1); gl.getError()"))
                .isEqualTo("1282");
    }

    @Test
    void blocksAndVaryingsOfASecondVersionProgramAreThere() {
        show(2, "var p = program(second, fill2, ['v']);");

        assertThat(eval("gl.getActiveUniformBlockName(p, gl.getUniformBlockIndex(p, 'Block'))"))
                .isEqualTo("\"Block\"");
        assertThat(
                        eval(
                                "[].join.call(gl.getActiveUniforms(p, gl.getUniformIndices(p, ['one', 'two']), gl.UNIFORM_OFFSET))"))
                .isEqualTo("\"0,16\"");
        assertThat(eval("gl.getActiveUniformBlockParameter(p, 0, gl.UNIFORM_BLOCK_DATA_SIZE)"))
                .isEqualTo("80");
        assertThat(eval("gl.getTransformFeedbackVarying(p, 0).name")).isEqualTo("\"v\"");
        assertThat(
                        eval(
                                "var u = gl.getUniformLocation(p, 'u'); gl.uniform3uiv(u, [4294967295, 1, 2]);"
                                        + "[].join.call(gl.getUniform(p, u))"))
                .isEqualTo("\"4294967295,1,2\"");
    }

    @Test
    void aShaderThatDoesNotCompileSaysWhereAndTheProgramDoesNotLink() {
        show(1, "var s = shader(gl.VERTEX_SHADER, 'void main() {\\n  gl_Position = 1;\\n}');");

        assertThat(eval("gl.getShaderParameter(s, gl.COMPILE_STATUS)")).isEqualTo("false");
        assertThat(eval("gl.getShaderInfoLog(s)")).contains("0:2");
        assertThat(
                        eval(
                                "var p = gl.createProgram(); gl.attachShader(p, s); gl.linkProgram(p);"
                                        + "gl.getProgramParameter(p, gl.LINK_STATUS) + ' ' + (gl.getProgramInfoLog(p) !== '')"))
                .isEqualTo("\"false true\"");
    }

    @Test
    void anAttributeOfFloatsRemembersThatItWasToBeNormalized() {
        show(
                1,
                "gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer()); gl.vertexAttribPointer(2, 3, gl.FLOAT, true, 16, 4);");

        assertThat(
                        eval(
                                "[gl.getVertexAttrib(2, gl.VERTEX_ATTRIB_ARRAY_NORMALIZED), gl.getVertexAttrib(2, gl.VERTEX_ATTRIB_ARRAY_SIZE),"
                                        + "gl.getVertexAttrib(2, gl.VERTEX_ATTRIB_ARRAY_STRIDE), gl.getVertexAttribOffset(2, gl.VERTEX_ATTRIB_ARRAY_POINTER)].join()"))
                .isEqualTo("\"true,3,16,4\"");
    }

    @Test
    void aDrawOfNoInstancesIsNoError() {
        show(
                2,
                "program(second, fill2); gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, gl.createBuffer());"
                        + "gl.bufferData(gl.UNIFORM_BUFFER, 80, gl.STATIC_DRAW);"
                        + "gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer()); gl.bufferData(gl.ARRAY_BUFFER, 48, gl.STATIC_DRAW);"
                        + "gl.enableVertexAttribArray(0); gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0);");

        assertThat(eval("gl.drawArraysInstanced(gl.TRIANGLES, 0, 9000, 0); gl.getError()"))
                .isEqualTo("0");
        assertThat(eval("gl.drawArraysInstanced(gl.TRIANGLES, 0, 9000, 1); gl.getError()"))
                .isEqualTo("1282");
    }

    @Test
    void manyDrawsInOneCallKnowTheirNumber() {
        show(
                2,
                "var m = gl.getExtension('WEBGL_multi_draw');"
                        + "program('#version 300 es\\n#extension GL_ANGLE_multi_draw : require\\nin vec2 a; flat out int id;'"
                        + " + 'void main() { id = gl_DrawID; gl_PointSize = 10.; gl_Position = vec4(a, 0, 1); }',"
                        + "'#version 300 es\\nprecision mediump float; flat in int id; out vec4 o; void main() { o = vec4(id, 0, 1, 1); }');"
                        + "gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());"
                        + "gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-0.5, 0, 0.5, 0]), gl.STATIC_DRAW);"
                        + "gl.enableVertexAttribArray(0); gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);"
                        + "gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());"
                        + "gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint16Array([0, 1]), gl.STATIC_DRAW);"
                        + "m.multiDrawElementsInstancedWEBGL(gl.POINTS, [1, 1], 0, gl.UNSIGNED_SHORT, [0, 2], 0, [1, 1], 0, 2);"
                        + "var out = new Uint8Array(20 * 10 * 4); gl.readPixels(0, 0, 20, 10, gl.RGBA, gl.UNSIGNED_BYTE, out);");

        assertThat(
                        eval(
                                "[out[4 * 105], out[4 * 105 + 2], out[4 * 115], out[4 * 115 + 2], gl.getError()].join()"))
                .isEqualTo("\"0,255,255,255,0\"");
        assertThat(eval("m.multiDrawArraysWEBGL(gl.POINTS, [0], 0, [1], 1, 1); gl.getError()"))
                .isEqualTo("1282");
        assertThat(
                        eval(
                                "m.multiDrawArraysInstancedWEBGL(gl.POINTS, [0, 0], 0, [2, 2], 0, [1, 1e8], 0, 2); gl.getError()"))
                .isEqualTo("1282");
    }
}
