package dev.easel.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Objects, extensions and the drawing buffer of WebGL 1, where the page's half adds to the driver.
class WebGlObjectsTest {
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

    private static void show(String script) {
        page.showCanvas(20, 10, script);
    }

    private static String eval(String javaScript) {
        return page.eval(javaScript);
    }

    @Test
    void aRequestIsAnsweredOnceWhileThePageCallsTheDriver() {
        show(
                "var gl = c.getContext('webgl'), told = []; function load() { var r = new XMLHttpRequest();"
                        + "r.open('GET', 'index.html'); r.onreadystatechange = function () { if (r.readyState === 4) told.push('done'); };"
                        + "r.onload = function () { told.push('load'); }; r.send(); gl.getError(); }"
                        + "load(); window.r = new Promise(function (f) { setTimeout(load, 50); (function look() {"
                        + "if (told.filter(function (t) { return t === 'load'; }).length === 2) f(told.join()); else setTimeout(look, 5); })(); });");

        assertThat(eval("r")).isEqualTo("\"done,load,done,load\"");
    }

    @Test
    void depthAndStencilCanBeHadTogether() {
        show("var gl = c.getContext('webgl', { stencil: true, antialias: true });");

        assertThat(
                        eval(
                                "[gl.getParameter(gl.DEPTH_BITS) >= 16, gl.getParameter(gl.STENCIL_BITS), gl.checkFramebufferStatus(gl.FRAMEBUFFER)].join()"))
                .isEqualTo("\"true,8,36053\"");
        assertThat(eval("gl.clear(gl.STENCIL_BUFFER_BIT); gl.getError()")).isEqualTo("0");
    }

    @Test
    void whatIsAttachedStaysSoWhenItIsDeleted() {
        show(
                "var gl = c.getContext('webgl'), t = gl.createTexture(), f = gl.createFramebuffer();"
                        + "gl.bindTexture(gl.TEXTURE_2D, t); gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 2, 2, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);"
                        + "gl.bindFramebuffer(gl.FRAMEBUFFER, f);"
                        + "gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, t, 0);"
                        + "gl.bindFramebuffer(gl.FRAMEBUFFER, null); gl.deleteTexture(t); gl.bindFramebuffer(gl.FRAMEBUFFER, f);");

        assertThat(
                        eval(
                                "gl.getFramebufferAttachmentParameter(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.FRAMEBUFFER_ATTACHMENT_OBJECT_NAME) === t"))
                .isEqualTo("true");
        assertThat(eval("gl.bindTexture(gl.TEXTURE_2D, t); gl.getError()")).isEqualTo("1282");
    }

    @Test
    void thereIsNoTextureWhereNoneIsBound() {
        show(
                "var gl = c.getContext('webgl'), t = gl.createTexture(); gl.activeTexture(gl.TEXTURE3); gl.bindTexture(gl.TEXTURE_2D, t);"
                        + "function set() { gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST); return gl.getError(); }");

        assertThat(eval("var bound = set(); gl.activeTexture(gl.TEXTURE0); [bound, set()].join()"))
                .isEqualTo("\"0,1282\"");
        assertThat(eval("gl.activeTexture(gl.TEXTURE3); gl.deleteTexture(t); set()"))
                .isEqualTo("1282");
        assertThat(eval("gl.getParameter(gl.ACTIVE_TEXTURE) - gl.TEXTURE0")).isEqualTo("3");
    }

    @Test
    void texturesOfFloatsCanBeDrawnInto() {
        show(
                "var gl = c.getContext('webgl'); gl.getExtension('OES_texture_float'); gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());"
                        + "gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 2, 2, 0, gl.RGBA, gl.FLOAT, null);"
                        + "gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());"
                        + "gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, gl.getParameter(gl.TEXTURE_BINDING_2D), 0);");

        assertThat(
                        eval(
                                "gl.clearColor(7, 0, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT);"
                                        + "var out = new Float32Array(4); gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, out); out[0]"))
                .isEqualTo("7");
        assertThat(
                        eval(
                                "gl.getFramebufferAttachmentParameter(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, 0x8211) === gl.FLOAT"))
                .isEqualTo("true");
    }

    @Test
    void whatAPageDoesToItsRestoringExtensionIsThereAfterTheLoss() {
        show(
                "var gl = c.getContext('webgl'), lose = gl.getExtension('WEBGL_lose_context'), other = gl.getExtension('OES_texture_float');"
                        + "c.addEventListener('webglcontextlost', function (e) { e.preventDefault(); });"
                        + "var back = new Promise(function (f) { c.addEventListener('webglcontextrestored', f); });"
                        + "lose.loseContext(); setTimeout(function () { lose.restoreContext(); }, 10);");

        assertThat(
                        eval(
                                "back.then(function () { return [gl.getExtension('WEBGL_lose_context') === lose, gl.getExtension('OES_texture_float') === other].join(); })"))
                .isEqualTo("\"true,false\"");
    }
}
