// WebGL, whose script is only asked for when a page touches it. It talks through prompt, whose
// texts begin with a mark of their own: see WebGlPrompts.java.

var realGetContext = HTMLCanvasElement.prototype.getContext;
var canvasesWith2d = new WeakSet();
var webgl = null;

if (window === window.top) {
  nativePrompt('\u0001easel-gl:n');
  // A frame that is being removed tells, but is not heard itself.
  Object.defineProperty(window, Symbol.for('easel-gl:gone'), { value: function (session) {
    later(function () { nativePrompt('\u0001easel-gl:x' + session); }, 0);
  } });
}

var webglNames = ['WebGLRenderingContext', 'WebGL2RenderingContext', 'WebGLContextEvent', 'WebGLUniformLocation',
  'WebGLActiveInfo', 'WebGLShaderPrecisionFormat', 'WebGLObject', 'WebGLBuffer', 'WebGLFramebuffer', 'WebGLProgram',
  'WebGLRenderbuffer', 'WebGLShader', 'WebGLTexture', 'WebGLQuery', 'WebGLSampler', 'WebGLSync',
  'WebGLTransformFeedback', 'WebGLVertexArrayObject'];

function loadWebGl() {
  if (webgl) return webgl;
  webglNames.forEach(function (name) { delete window[name]; });
  ownFrames();
  webgl = globalEval(nativePrompt('\u0001easel-gl:s'))({
    ask: function (text) { return nativePrompt('\u0001easel-gl:' + text); },
    getContext: realGetContext,
    drawImage: CanvasRenderingContext2D.prototype.drawImage,
    getImageData: CanvasRenderingContext2D.prototype.getImageData,
    createElement: document.createElement.bind(document),
    later: later,
    askFrame: askFrame,
    onFrameEnd: function (task) { frameEnd = task; },
    bitmapInfo: function (bitmap) { return bitmapInfo.get(bitmap); },
    onRepaint: function (task) {
      var page = pulses();
      if (page) page.painters.push(task);
    },
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

// Once there is WebGL, the page's callbacks of a frame are run together, because what they have
// drawn is shown when the last of them is done.
var frameCalls = [], frameNumber = 1 << 30, frameAsked = false, frameEnd = null, innerFrame = null;

function ownFrames() {
  innerFrame = window.requestAnimationFrame;
  var innerCancel = window.cancelAnimationFrame.bind(window);
  window.requestAnimationFrame = function requestAnimationFrame(callback) {
    if (typeof callback !== 'function') return innerFrame(callback);
    frameCalls.push({ id: ++frameNumber, callback: callback });
    askFrame();
    return frameNumber;
  };
  window.cancelAnimationFrame = function cancelAnimationFrame(id) {
    if (!(id > 1 << 30)) return innerCancel(id);
    running.concat(frameCalls).forEach(function (call) { if (call.id === id) call.callback = null; });
  };
}

var running = [];

// WebKit's own frames are not tied to the frames that JavaFX draws: a page that takes long would run
// again at once, and neither be painted nor loaded. So the preview calls, once a pulse.
var FRAMES = Symbol.for('easel-gl:frames');

function askFrame() {
  if (frameAsked) return;
  frameAsked = true;
  var page = pulses();
  if (page === null) {
    innerFrame(runFrame);
    return;
  }
  page.waiting.push(runPulse);
  if (page.waiting.length === 1) nativePrompt('\u0001easel-gl:f');
}

// What all frames of the page do when the preview calls; null in a frame of another origin.
function pulses() {
  try {
    var top = window.top;
    if (!top[FRAMES]) {
      var page = { waiting: [], painters: [] };
      page.run = function () { page.waiting.splice(0).forEach(function (call) { call(); }); };
      page.repaint = function () { page.painters.forEach(function (call) { call(); }); };
      Object.defineProperty(top, FRAMES, { value: page });
    }
    return top[FRAMES];
  } catch (e) {
    return null;
  }
}

function runPulse() {
  frames++;
  runFrame(now());
}

function runFrame(time) {
  frameAsked = false;
  running = frameCalls;
  frameCalls = [];
  for (var k = 0; k < running.length; k++) {
    try {
      if (running[k].callback) running[k].callback.call(window, time);
    } catch (e) {
      throwLater(e);
    }
  }
  running = [];
  try {
    if (frameEnd) frameEnd();
  } catch (e) {
    throwLater(e);
  }
}

function throwLater(e) {
  later(function () { throw e; }, 0);
}
