// WebGL, whose script is only asked for when a page touches it. It talks through prompt, whose
// texts begin with a mark of their own: see WebGlPrompts.java.

var realPrompt = window.prompt.bind(window);
var realGetContext = HTMLCanvasElement.prototype.getContext;
var canvasesWith2d = new WeakSet();
var webgl = null;

var webglNames = ['WebGLRenderingContext', 'WebGL2RenderingContext', 'WebGLContextEvent', 'WebGLUniformLocation',
  'WebGLActiveInfo', 'WebGLShaderPrecisionFormat', 'WebGLObject', 'WebGLBuffer', 'WebGLFramebuffer', 'WebGLProgram',
  'WebGLRenderbuffer', 'WebGLShader', 'WebGLTexture', 'WebGLQuery', 'WebGLSampler', 'WebGLSync',
  'WebGLTransformFeedback', 'WebGLVertexArrayObject'];

function loadWebGl() {
  if (webgl) return webgl;
  webglNames.forEach(function (name) { delete window[name]; });
  webgl = globalEval(realPrompt('\u0001easel-gl:s'))({
    ask: function (text) { return realPrompt('\u0001easel-gl:' + text); },
    getContext: realGetContext,
    drawImage: CanvasRenderingContext2D.prototype.drawImage,
    getImageData: CanvasRenderingContext2D.prototype.getImageData,
    createElement: document.createElement.bind(document),
    later: later,
    afterFrame: afterFrame,
    hasOther: function (canvas) { return canvasesWith2d.has(canvas); }
  });
  return webgl;
}

webglNames.forEach(function (name) {
  Object.defineProperty(window, name, {
    configurable: true, enumerable: false,
    get: function () { loadWebGl(); return window[name]; },
    set: function (value) {
      Object.defineProperty(window, name, { configurable: true, enumerable: false, writable: true, value: value });
    }
  });
});

HTMLCanvasElement.prototype.getContext = function getContext(type, attributes) {
  var wanted = String(type);
  if (/^(experimental-)?webgl2?$/.test(wanted) && wanted !== 'experimental-webgl2') {
    return loadWebGl().getContext(this, wanted, attributes);
  }
  if (webgl && webgl.hasContext(this)) return null;
  var context = realGetContext.apply(this, arguments);
  if (context) canvasesWith2d.add(this);
  return context;
};

// Runs a task after the page's own work of the next frame.
function afterFrame(task) {
  nextFrame(function () { later(task, 0); });
}
