// Canvases that have a WebGL context: making it, showing what it drew, losing it.

var nextContext = 1;

function flag(attributes, name, otherwise) {
  var value = attributes[name];
  return value === undefined ? otherwise : !!value;
}

function wantedAttributes(given) {
  var a = given !== null && typeof given === 'object' || typeof given === 'function' ? given : {};
  return {
    alpha: flag(a, 'alpha', true),
    antialias: flag(a, 'antialias', true),
    depth: flag(a, 'depth', true),
    desynchronized: flag(a, 'desynchronized', false),
    failIfMajorPerformanceCaveat: flag(a, 'failIfMajorPerformanceCaveat', false),
    powerPreference: a.powerPreference === undefined ? 'default' : String(a.powerPreference),
    premultipliedAlpha: flag(a, 'premultipliedAlpha', true),
    preserveDrawingBuffer: flag(a, 'preserveDrawingBuffer', false),
    stencil: flag(a, 'stencil', false),
    xrCompatible: flag(a, 'xrCompatible', false)
  };
}

function bits(a) {
  return (a.alpha ? 1 : 0) | (a.depth ? 2 : 0) | (a.stencil ? 4 : 0) | (a.antialias ? 8 : 0)
    | (a.premultipliedAlpha ? 16 : 0) | (a.preserveDrawingBuffer ? 32 : 0);
}

// What is known about a context. The driver's half of it is made by start().
function State(canvas, version, wanted) {
  this.canvas = canvas;
  this.version = version;
  this.wanted = wanted;
  this.attributes = null;
  this.id = 0;
  this.gl = null;
  this.screen = null;
  // An image whose pixels are the frames, once it has loaded; until then they come as answers.
  this.image = null;
  this.lost = false;
  this.lostBy = '';
  this.width = 0;
  this.height = 0;
  this.dirty = false;
  this.drawnInto = [];
  this.isAway = false;
  // Whether the live image has the frame that was shown last; else it is in shown.
  this.isLive = false;
  this.shown = null;
  this.fresh();
}

State.prototype.fresh = function () {
  this.errors = [];
  this.ids = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  this.objects = [[], [], [], [], [], [], [], [], [], [], []];
  this.program = null;
  this.drawFramebuffer = null;
  this.readFramebuffer = null;
  this.buffers = {};
  this.queries = {};
  this.flip = false;
  this.premultiply = false;
  this.colorspace = BROWSER_DEFAULT_WEBGL;
  this.store = { 0x0CF5: 4, 0x0D05: 4, 0x0CF2: 0, 0x0CF3: 0, 0x0CF4: 0, 0x806E: 0, 0x806D: 0, 0x0D02: 0, 0x0D03: 0, 0x0D04: 0 };
  // The one through which a page restores its context outlives the loss.
  var lasting = this.extensions && this.extensions.WEBGL_lose_context;
  this.extensions = lasting ? { WEBGL_lose_context: lasting } : {};
  this.driverExtensions = {};
  this.limits = {};
  this.feedback = null;
  this.vertexArray = null;
  freshUnits(this);
  freshBindings(this);
};

// Makes the driver's context; false when there can be none, with the reason in s.reason.
State.prototype.start = function () {
  var canvas = this.canvas;
  this.id = nextContext++;
  var from = beginFree(8);
  I[p++] = this.id;
  I[p++] = this.version;
  I[p++] = bits(this.wanted);
  I[p++] = canvasSize.width(canvas);
  I[p++] = canvasSize.height(canvas);
  end(from, OP_contextCreate);
  cur = null;
  if (!query()) {
    this.reason = 'The graphics driver does not answer. It may still be busy with what a page gave it before; WebGL is there again when that has ended, at the latest after a restart of the program.';
    return false;
  }
  if (ri() === 0) {
    this.reason = rs();
    return false;
  }
  var got = ri();
  this.isSoftware = ri() !== 0;
  var a = Object.assign({}, this.wanted);
  a.alpha = (got & 1) !== 0;
  a.depth = (got & 2) !== 0;
  a.stencil = (got & 4) !== 0;
  a.antialias = (got & 8) !== 0;
  this.attributes = a;
  this.width = ri();
  this.height = ri();
  var driver = this.driverExtensions = {};
  rs().split(' ').forEach(function (name) { driver[name] = true; });
  return true;
};

// Begins a command that needs no context.
function beginFree(n) {
  submit();
  cur = noContext;
  return begin(noContext, n);
}

var noContext = { id: 0 };

// The real size accessors, which ours stand in front of on canvases with a context.
var canvasSize = (function () {
  function accessor(name) { return Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, name); }
  var w = accessor('width'), h = accessor('height');
  return {
    width: function (canvas) { return w.get.call(canvas); },
    height: function (canvas) { return h.get.call(canvas); },
    setWidth: function (canvas, value) { w.set.call(canvas, value); },
    setHeight: function (canvas, value) { h.set.call(canvas, value); }
  };
})();

function getContext(canvas, version, given) {
  var s = canvas[$];
  if (s) return s.version === version ? s.gl : null;
  var wanted = wantedAttributes(given);
  if (env.hasOther(canvas)) return null;
  s = new State(canvas, version, wanted);
  if (!s.start()) {
    creationFailed(canvas, s.reason);
    return null;
  }
  // The public way back is putImageData, which costs many milliseconds a frame.
  var caveat = !openScreen(s) ? 'frames are copied through the page' : s.isSoftware ? 'the processor draws' : '';
  if (caveat && wanted.failIfMajorPerformanceCaveat) {
    close(s);
    creationFailed(canvas, 'WebGL works here, but slowly: ' + caveat);
    return null;
  }
  // What the page sees of the canvas is a picture in a real 2D context.
  s.screen = env.getContext.call(canvas, '2d', { alpha: true });
  if (!s.screen) return null;
  s.gl = Object.create((version === 2 ? WebGL2RenderingContext : WebGLRenderingContext).prototype);
  Object.defineProperty(s.gl, $, { value: s });
  Object.defineProperty(canvas, $, { value: s });
  takeOver(canvas, s);
  enlist(s);
  return s.gl;
}

function contextEvent(type, message) {
  return new WebGLContextEvent(type, { bubbles: false, cancelable: true, statusMessage: message || '' });
}

function creationFailed(canvas, reason) {
  canvas.dispatchEvent(contextEvent('webglcontextcreationerror', reason));
}

var WebGLContextEvent = class WebGLContextEvent extends Event {
  constructor(type, init) {
    super(type, init);
    define(this, $, { statusMessage: init && init.statusMessage !== undefined ? String(init.statusMessage) : '' });
  }
  get statusMessage() { return this[$].statusMessage; }
};

// ---- the canvas itself ----

function takeOver(canvas, s) {
  function own(name, value) { define(canvas, name, value); }
  function size(name, get, set) {
    Object.defineProperty(canvas, name, {
      get: function () { return get(canvas); },
      set: function (value) {
        // The same size again leaves all as it is.
        if (get(canvas) === +value) return;
        set(canvas, value);
        resize(s);
      },
      configurable: true, enumerable: true
    });
  }
  size('width', canvasSize.width, canvasSize.setWidth);
  size('height', canvasSize.height, canvasSize.setHeight);
  ['setAttribute', 'removeAttribute'].forEach(function (method) {
    own(method, function (name) {
      var result = Element.prototype[method].apply(this, arguments);
      if (/^(width|height)$/i.test(name)) resize(s);
      return result;
    });
  });
  ['toDataURL', 'toBlob'].forEach(function (method) {
    own(method, function () {
      bring(s);
      return HTMLCanvasElement.prototype[method].apply(this, arguments);
    });
  });
}

function resize(s) {
  var w = Math.max(1, canvasSize.width(s.canvas)), h = Math.max(1, canvasSize.height(s.canvas));
  if (s.lost) return;
  if (ask(s, OP_bufferResize, w, h)) {
    s.width = ri();
    s.height = ri();
  }
  s.dirty = false;
  s.isLive = false;
  s.shown = null;
}

// ---- showing ----

// The drawing buffer has changed: it is to be shown with the next frame.
function dirty(s) {
  s.dirty = true;
  env.askFrame();
}

env.onFrameEnd(showAll);

function showAll() {
  var shown = [], there = living();
  for (var k = 0; k < there.length; k++) {
    var s = there[k];
    if (s.lost) continue;
    if (s.isAway && !s.dirty) putBack(s);
    if (!s.dirty) continue;
    // A canvas that is not in the document is not shown, so its buffer stays as it is.
    if (!s.canvas.isConnected) {
      lookAgain();
      continue;
    }
    s.dirty = false;
    if (s.image === null) {
      paint(s, true);
      continue;
    }
    end(begin(s, 1), OP_show);
    s.isLive = true;
    s.shown = null;
    shown.push(s);
  }
  submit(shown);
  shown.forEach(draw);
}

// Where the driver's frames are seen without going through the page; false when there is no such way.
function openScreen(s) {
  var address = env.ask('i' + session + number(s.id));
  if (!address) return false;
  var image = env.createElement('img');
  image.onload = function () { if (!s.lost) s.image = image; };
  image.src = address;
  return true;
}

// Its pixels are only read when the canvas itself is drawn.
function draw(s) {
  settle(s);
  s.screen.globalCompositeOperation = 'copy';
  env.drawImage.call(s.screen, s.image, 0, 0, canvasSize.width(s.canvas), canvasSize.height(s.canvas));
  s.screen.globalCompositeOperation = 'source-over';
}

env.onRepaint(function () {
  living().forEach(function (s) { if (s.isLive && !s.lost) draw(s); });
});

var looking = false;

// Puts a canvas on show that comes into the document later.
function lookAgain() {
  if (looking) return;
  looking = true;
  env.later(function () {
    looking = false;
    if (living().some(function (s) { return s.dirty && !s.lost && s.canvas.isConnected; })) env.askFrame();
    else if (living().some(function (s) { return s.dirty && !s.lost; })) lookAgain();
  }, 100);
}

// Puts the drawing buffer's pixels onto the canvas.
function paint(s, isShown) {
  settle(s);
  if (!ask(s, OP_present, isShown ? 1 : 0)) return;
  var w = ri(), h = ri();
  var pixels = new ImageData(new Uint8ClampedArray(reply, r * 4, w * h * 4).slice(), w, h);
  var screen = s.screen;
  screen.clearRect(0, 0, s.canvas.width, s.canvas.height);
  screen.putImageData(pixels, 0, 0);
  s.isAway = !isShown;
  if (!isShown) return;
  s.isLive = false;
  s.shown = pixels;
}

// What was shown last is seen again, after a page has read the canvas when its buffer was empty.
function putBack(s) {
  s.isAway = false;
  if (s.isLive) {
    draw(s);
  } else if (s.shown !== null && s.shown.width === s.width && s.shown.height === s.height) {
    settle(s);
    s.screen.putImageData(s.shown, 0, 0);
  }
}

// Makes the canvas hold what a page that reads it now must find.
function bring(s) {
  if (s.lost) {
    s.screen.clearRect(0, 0, canvasSize.width(s.canvas), canvasSize.height(s.canvas));
    return;
  }
  paint(s, false);
  if (!s.dirty) env.askFrame();
}

// ---- loss ----

var CONTEXT_LOST_WEBGL = 0x9242;

// Ends the driver's half.
function close(s) {
  s.image = null;
  s.isLive = false;
  closeContext(s.id);
}

function lose(s, by) {
  if (s.lost) return;
  s.lost = true;
  s.lostBy = by;
  s.errors = [CONTEXT_LOST_WEBGL];
  close(s);
  s.objects.forEach(function (list) {
    for (var id in list) {
      list[id].gone = true;
      list[id].owner = null;
    }
  });
  env.later(function () {
    var event = contextEvent('webglcontextlost');
    s.canvas.dispatchEvent(event);
    s.mayRestore = event.defaultPrevented;
    if (s.restoreAsked) restore(s);
  }, 0);
}

// Every context of the page is lost, because the driver and the page have lost each other.
function driverGone(why) {
  var there = living().filter(function (s) { return !s.lost; });
  if (there.length === 0) return;
  console.error('WebGL: ' + why + '. The page\u2019s WebGL contexts are lost; change what it draws, then reload it.');
  there.forEach(function (s) { lose(s, 'driver'); });
}

function restore(s) {
  s.restoreAsked = false;
  env.later(function () {
    if (!s.lost || !s.mayRestore) return;
    s.fresh();
    if (!s.start()) {
      s.errors.push(CONTEXT_LOST_WEBGL);
      return;
    }
    s.lost = false;
    s.mayRestore = false;
    enlist(s);
    openScreen(s);
    s.canvas.dispatchEvent(contextEvent('webglcontextrestored'));
  }, 0);
}
