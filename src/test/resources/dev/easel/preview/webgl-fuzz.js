// Calls of both contexts with arguments out of a hat. fuzz(seed, calls) makes so many and answers how
// many threw (a TypeError or the like is as good an answer as an error code). The same seed makes the
// same calls, as long as the answers are the same.

window.fuzz = function (seed, calls) {
  var state = seed * 2654435761 >>> 0 || 1;
  function random() {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state / 4294967296;
  }
  function upTo(n) { return Math.floor(random() * n); }
  function pick(list) { return list[upTo(list.length)]; }
  function chance(n) { return upTo(n) === 0; }

  var signatures = window.fuzzApi;
  var names = Object.keys(signatures);
  var constants = [];
  for (var key in WebGL2RenderingContext.prototype) if (/^[A-Z]/.test(key)) constants.push(WebGL2RenderingContext[key]);
  var contexts = window.fuzzContexts = window.fuzzContexts || [];
  var objects = window.fuzzObjects = window.fuzzObjects || {};
  var last = '';

  // ---- arguments ----

  var edges = [NaN, Infinity, -Infinity, -0, -1, 0.5, 1e-40, 1e38, 1e300, 2147483647, -2147483648, 4294967295, 4294967296,
    9007199254740991, 65535, 65536, 1e5, 1e9, 3e9];
  function number() {
    switch (upTo(10)) {
      case 0: case 1: case 2: return upTo(5);
      case 3: return upTo(300) - 20;
      case 4: return pick(edges);
      default: return pick(constants);
    }
  }
  function float() { return chance(6) ? pick(edges) : random() * 2 - 0.5; }
  function int() { return chance(20) ? odd() : number(); }
  function long() { return chance(10) ? pick(edges) : upTo(8) * pick([0, 1, 2, 4, 12, 100]); }
  function view() {
    var type = pick([Uint8Array, Uint8ClampedArray, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array, DataView]);
    var length = pick([0, 1, 2, 3, 4, 5, 7, 9, 12, 16, 31, 64, 255, 1024, 4096, 20000, 70000]);
    var size = type.BYTES_PER_ELEMENT || 1;
    var offset = chance(2) ? 0 : upTo(4) * size;
    var buffer = new ArrayBuffer(length * size + offset + upTo(2) * size);
    var bytes = new Uint8Array(buffer);
    for (var k = 0; k < bytes.length && k < 300; k++) bytes[k] = chance(3) ? upTo(4) : upTo(256);
    return chance(30) ? buffer : new type(buffer, offset, length);
  }
  function list() {
    var n = pick([0, 1, 2, 3, 4, 8, 16, 33]), values = [];
    for (var k = 0; k < n; k++) values.push(chance(12) ? odd() : number());
    return values;
  }
  function picture() {
    var canvas = document.createElement('canvas');
    canvas.width = pick([0, 1, 3, 16, 64]);
    canvas.height = pick([0, 1, 3, 16, 64]);
    switch (upTo(6)) {
      case 0: return canvas.width && canvas.height ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height) : canvas;
      case 1: return new ImageData(pick([1, 2, 16]), pick([1, 2, 16]));
      case 2: return chance(2) ? window.fuzzImage : new Image();
      case 3: return document.createElement('video');
      case 4: return contexts.length ? pick(contexts).canvas : canvas;
      default: if (canvas.width && canvas.height) canvas.getContext('2d').fillRect(0, 0, 9, 9); return canvas;
    }
  }
  // What no program would give.
  function odd() {
    switch (upTo(16)) {
      case 0: return undefined;
      case 1: return null;
      case 2: return '';
      case 3: return '17';
      case 4: return {};
      case 5: return [];
      case 6: return function () {};
      case 7: return true;
      case 8: return { valueOf: function () { throw new Error('no'); } };
      case 9: return chance(3) ? { valueOf: function () { step(); return number(); } } : NaN;
      case 10: return Symbol('odd');
      case 11: return view();
      case 12: return picture();
      case 13: return contexts.length ? pick(contexts) : 0;
      case 14: return object(pick(Object.keys(objects)));
      default: return Object.create(WebGLBuffer.prototype);
    }
  }
  function object(kind) {
    var list = objects[kind];
    if (!list || list.length === 0 || chance(40)) return chance(10) ? odd() : null;
    return pick(list);
  }
  function keep(value) {
    if (value === null || typeof value !== 'object') return value;
    var kind = Object.prototype.toString.call(value).slice(8, -1);
    if (/^WebGL/.test(kind)) {
      var list = objects[kind] = objects[kind] || [];
      if (list.length < 40) list.push(value);
      else list[upTo(40)] = value;
    } else if (Array.isArray(value)) value.forEach(keep);
    return value;
  }
  function text() {
    return pick(['a', 'u', 'm', 't', 'b', 'B', 'a[0]', 'gl_Position', '', 'x'.repeat(300), 'x'.repeat(2000), '\u0000', '\ud800', 'ä']);
  }
  function argument(type) {
    if (chance(60)) return odd();
    switch (type) {
      case 'i': return int();
      case 'f': return float();
      case 'b': return chance(2);
      case 'l': return long();
      case 's': return text();
      case 'Float32List': case 'Int32List': case 'Uint32List': return chance(2) ? list() : view();
      case 'ArrayBufferView': return view();
    }
    if (/^sequence<DOM/.test(type)) return [text(), text()].slice(0, upTo(3));
    if (/^sequence/.test(type)) return list();
    return object(type.replace('?', ''));
  }

  // ---- programs that compile, now and then ----

  function shaderText(isVertex) {
    if (chance(12)) return pick(['', 'void main() {', '#error x', text(), 'void main() { while (true) {} }', '('.repeat(5000)]);
    var is3 = chance(2);
    var precision = 'precision ' + pick(['highp', 'mediump']) + ' float;\n';
    var io = is3 ? ['in', isVertex ? 'out' : 'in'] : ['attribute', 'varying'];
    var head = (is3 ? '#version 300 es\n' : '') + precision + 'uniform vec4 u' + pick(['', '[3]', '[200]']) + ';\nuniform mat' + pick([2, 3, 4]) + ' m;\n'
      + 'uniform sampler' + pick(['2D', 'Cube', is3 ? '3D' : '2D']) + ' t;\n';
    if (is3 && chance(2)) head += 'layout(std140) uniform B { vec4 b; mat4 c[' + pick([1, 4, 90]) + ']; };\n';
    if (isVertex) {
      head += io[0] + ' vec4 a;\n' + io[0] + ' ' + pick(['float', 'vec2', is3 ? 'ivec4' : 'vec3', is3 ? 'uint' : 'mat3']) + ' d;\n' + io[1] + ' vec4 v;\n';
      return head + 'void main() { v = a + vec4(float(d' + pick(['', '[0]']).replace('[0]', '') + ')); gl_Position = a; gl_PointSize = ' + pick(['1.', '1e9', '-3.']) + '; }';
    }
    head += io[1] + ' vec4 v;\n' + (is3 ? pick(['out vec4 o;\n', 'layout(location=0) out vec4 o; layout(location=1) out vec4 o2;\n', 'out uvec4 o;\n']) : '');
    return head + 'void main() { ' + (is3 ? 'o = ' + pick(['v', 'vec4(1)', 'uvec4(3)', 'texelFetch(t, ivec2(-1000000, 1 << 30), 7)']) : 'gl_FragColor = v + texture2D(t, v.xy)') + '; }';
  }

  var simple = [
    ['attribute vec4 a; attribute vec2 d; varying vec4 v; uniform mat4 m; uniform vec4 u[3]; void main() { v = a * m + u[1] + d.xyxy; gl_Position = v; gl_PointSize = 3.; }',
      'precision mediump float; varying vec4 v; uniform sampler2D t; void main() { gl_FragColor = v + texture2D(t, v.xy); }'],
    ['#version 300 es\nin vec4 a; in ivec4 d; out vec4 v; uniform B { vec4 b[40]; mat4 c; }; void main() { v = a + b[gl_VertexID % 60]; gl_Position = c * v + vec4(d); }',
      '#version 300 es\nprecision highp float; precision highp int; in vec4 v; uniform sampler2D t; uniform int n; layout(location = 0) out vec4 o; void main() { o = texelFetch(t, ivec2(v.xy * 1e6), n); }'],
    ['#version 300 es\nin float a; uniform int n; uniform vec4 u[100]; flat out int w; void main() { w = n; gl_Position = u[n] + u[gl_InstanceID]; }',
      '#version 300 es\nprecision highp float; flat in int w; uniform vec4 u[100]; uniform highp sampler3D t; out vec4 o; void main() { o = u[w] + texture(t, vec3(w)); }']
  ];
  function program(gl) {
    var pair = pick(simple);
    var sources = chance(3) ? [shaderText(true), shaderText(false)] : pair;
    var made = keep(gl.createProgram());
    if (!made) return;
    sources.forEach(function (source, k) {
      var shader = keep(gl.createShader(k === 0 ? gl.VERTEX_SHADER : gl.FRAGMENT_SHADER));
      if (!shader) return;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(made, shader);
    });
    if (gl.transformFeedbackVaryings && chance(3)) gl.transformFeedbackVaryings(made, ['v'], pick([gl.INTERLEAVED_ATTRIBS, gl.SEPARATE_ATTRIBS]));
    if (chance(2)) gl.bindAttribLocation(made, upTo(4), 'a');
    gl.linkProgram(made);
    ['u', 'm', 't', 'n', 'u[1]'].forEach(function (name) { keep(gl.getUniformLocation(made, name)); });
    gl.useProgram(made);
    ['t', 'n'].forEach(function (name) { gl.uniform1i(gl.getUniformLocation(made, name), pick([0, 1, 7, 15])); });
    ['n'].forEach(function (name) { gl.uniform1i(gl.getUniformLocation(made, name), pick([-1, 5, 99, 100, 1e6, 2147483647])); });
  }
  function vertices(gl) {
    var target = pick([gl.ARRAY_BUFFER, gl.ARRAY_BUFFER, gl.ELEMENT_ARRAY_BUFFER]);
    gl.bindBuffer(target, object('WebGLBuffer') || keep(gl.createBuffer()));
    gl.bufferData(target, chance(4) ? pick([0, 1, 7, 100, 1e4, 1e6]) : view(), pick([gl.STATIC_DRAW, gl.STREAM_DRAW]));
    for (var k = 0; k < 3; k++) {
      var at = upTo(5);
      if (chance(4)) gl.disableVertexAttribArray(at);
      else gl.enableVertexAttribArray(at);
      if (chance(2)) gl.vertexAttribPointer(at, 1 + upTo(4), pick([gl.FLOAT, gl.BYTE, gl.UNSIGNED_SHORT]), chance(2), upTo(5) * 4, upTo(9) * 4);
      else if (gl.vertexAttribIPointer) gl.vertexAttribIPointer(at, 1 + upTo(4), pick([gl.INT, gl.BYTE, gl.UNSIGNED_SHORT]), upTo(5) * 4, upTo(9) * 4);
      if (gl.vertexAttribDivisor && chance(2)) gl.vertexAttribDivisor(at, pick([0, 0, 1, 3, 4294967295]));
    }
  }
  function draw(gl) {
    var mode = chance(10) ? number() : upTo(7), count = pick([0, 1, 3, 4, 6, 100, 1000, -1, 2147483647]), first = pick([0, 0, 1, 100, -1, 2147483647]);
    var type = pick([gl.UNSIGNED_BYTE, gl.UNSIGNED_SHORT, gl.UNSIGNED_INT]), instances = pick([0, 1, 2, 9, -1, 2147483647]);
    switch (upTo(gl.drawRangeElements ? 5 : 2)) {
      case 0: gl.drawArrays(mode, first, count); break;
      case 1: gl.drawElements(mode, count, type, long()); break;
      case 2: gl.drawArraysInstanced(mode, first, count, instances); break;
      case 3: gl.drawElementsInstanced(mode, count, type, long(), instances); break;
      default: gl.drawRangeElements(mode, upTo(9), upTo(400), count, type, long());
    }
  }
  function texture(gl) {
    var is2 = !!gl.texStorage2D;
    var target = pick(is2 ? [gl.TEXTURE_2D, gl.TEXTURE_CUBE_MAP, gl.TEXTURE_3D, gl.TEXTURE_2D_ARRAY] : [gl.TEXTURE_2D, gl.TEXTURE_CUBE_MAP]);
    var image = target === gl.TEXTURE_CUBE_MAP ? gl.TEXTURE_CUBE_MAP_POSITIVE_X + upTo(6) : target;
    var w = pick([0, 1, 2, 3, 16, 64, 200]), h = chance(2) ? w : pick([1, 2, 5, 64]);
    var formats = is2 ? [[gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE], [gl.RGBA32F, gl.RGBA, gl.FLOAT], [gl.R8UI, gl.RED_INTEGER, gl.UNSIGNED_BYTE],
      [gl.DEPTH24_STENCIL8, gl.DEPTH_STENCIL, gl.UNSIGNED_INT_24_8], [gl.RGB, gl.RGB, gl.UNSIGNED_SHORT_5_6_5], [gl.RGB9_E5, gl.RGB, gl.UNSIGNED_INT_5_9_9_9_REV],
      [gl.RGBA16F, gl.RGBA, gl.HALF_FLOAT], [gl.RG8, gl.RG, gl.UNSIGNED_BYTE]]
      : [[gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE], [gl.LUMINANCE, gl.LUMINANCE, gl.UNSIGNED_BYTE], [gl.RGB, gl.RGB, gl.UNSIGNED_SHORT_5_6_5], [gl.RGBA, gl.RGBA, gl.FLOAT]];
    var format = pick(formats);
    gl.activeTexture(gl.TEXTURE0 + upTo(3));
    gl.bindTexture(target, object('WebGLTexture') || keep(gl.createTexture()));
    var pixels = chance(3) ? null : format[2] === gl.FLOAT ? new Float32Array(pick([3, w * h * 4])) : format[2] === gl.UNSIGNED_BYTE ? new Uint8Array(pick([1, w * h * 4])) : view();
    var is3D = target === gl.TEXTURE_3D || target === gl.TEXTURE_2D_ARRAY;
    switch (upTo(7)) {
      case 0: if (is2) { if (is3D) gl.texStorage3D(target, 1 + upTo(4), format[0], w, h, 1 + upTo(9)); else gl.texStorage2D(target, 1 + upTo(4), format[0], w, h); break; }
      // falls through
      case 1: case 2:
        if (is3D) gl.texImage3D(target, upTo(2), format[0], w, h, 1 + upTo(9), 0, format[1], format[2], chance(2) ? null : view());
        else gl.texImage2D(image, upTo(2), format[0], w, h, 0, format[1], format[2], pixels);
        break;
      case 3:
        if (is3D) gl.texSubImage3D(target, upTo(2), upTo(4), upTo(4), upTo(3), w, h, 1 + upTo(9), format[1], format[2], view());
        else gl.texSubImage2D(image, upTo(2), upTo(4), upTo(4), w, h, format[1], format[2], pixels || view());
        break;
      case 4: if (is3D) gl.texImage3D(target, 0, format[0], w, h, 1 + upTo(4), 0, format[1], format[2], picture()); else gl.texImage2D(image, 0, format[0], format[1], format[2], picture()); break;
      case 5: gl.copyTexImage2D(image, 0, pick([gl.RGBA, gl.RGB, gl.LUMINANCE]), upTo(90) - 20, upTo(90) - 20, w, h, 0); break;
      default: gl.generateMipmap(target);
    }
    gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, pick([gl.NEAREST, gl.LINEAR, gl.LINEAR_MIPMAP_LINEAR]));
  }
  function target(gl) {
    gl.bindFramebuffer(gl.FRAMEBUFFER, chance(3) ? null : object('WebGLFramebuffer') || keep(gl.createFramebuffer()));
    var where = pick([gl.COLOR_ATTACHMENT0, gl.COLOR_ATTACHMENT0, gl.DEPTH_ATTACHMENT, gl.DEPTH_STENCIL_ATTACHMENT]);
    if (chance(2)) gl.framebufferTexture2D(gl.FRAMEBUFFER, where, pick([gl.TEXTURE_2D, gl.TEXTURE_CUBE_MAP_POSITIVE_X]), object('WebGLTexture'), upTo(2));
    else {
      gl.bindRenderbuffer(gl.RENDERBUFFER, object('WebGLRenderbuffer') || keep(gl.createRenderbuffer()));
      if (gl.renderbufferStorageMultisample && chance(2)) gl.renderbufferStorageMultisample(gl.RENDERBUFFER, pick([0, 4, 99]), pick([gl.RGBA8, gl.DEPTH24_STENCIL8]), upTo(99), upTo(99));
      else gl.renderbufferStorage(gl.RENDERBUFFER, pick([gl.RGBA4, gl.DEPTH_COMPONENT16, gl.DEPTH_STENCIL]), upTo(99), upTo(99));
      gl.framebufferRenderbuffer(gl.FRAMEBUFFER, where, gl.RENDERBUFFER, object('WebGLRenderbuffer'));
    }
    gl.clear(pick([gl.COLOR_BUFFER_BIT, 0x4500, 0xffff]));
  }
  function feedback(gl) {
    if (!gl.beginTransformFeedback) return;
    gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, object('WebGLBuffer') || keep(gl.createBuffer()));
    gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, pick([0, 8, 1000, 1e5]), gl.STREAM_READ);
    gl.bindBufferBase(pick([gl.TRANSFORM_FEEDBACK_BUFFER, gl.UNIFORM_BUFFER]), upTo(2), object('WebGLBuffer'));
    if (chance(2)) gl.beginTransformFeedback(pick([gl.POINTS, gl.TRIANGLES]));
    draw(gl);
    if (chance(2)) gl.endTransformFeedback();
    if (chance(2)) gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, long(), view());
  }
  function read(gl) {
    gl.readPixels(upTo(200) - 50, upTo(200) - 50, upTo(200), upTo(90), pick([gl.RGBA, gl.RGBA, gl.RGB, number()]), pick([gl.UNSIGNED_BYTE, gl.FLOAT, number()]), view());
  }

  // ---- calls ----

  function anyCall(gl) {
    var name = pick(names), signature = signatures[name], a = [];
    if (typeof gl[name] !== 'function') return;
    if (signature[signature.length - 1] === '*') {
      for (var n = 3 + upTo(8); n > 0; n--) a.push(chance(3) ? view() : chance(8) ? picture() : chance(8) ? object('WebGLUniformLocation') : int());
    } else a = signature.map(argument);
    if (chance(60)) a.length = upTo(a.length + 1);
    last = name;
    keep(gl[name].apply(chance(200) ? pick(contexts) : gl, a));
  }
  function canvasThing(gl) {
    var c = gl.canvas;
    switch (upTo(12)) {
      case 0: c.width = pick([0, 1, 17, 300, 1000]); break;
      case 1: c.height = pick([0, 1, 17, 300]); break;
      case 2: c.setAttribute('width', pick(['0', '50', '-1', 'x', '99999999999'])); break;
      case 3: document.body.appendChild(c); break;
      case 4: c.remove(); break;
      case 5: if (chance(4)) c.toDataURL(); break;
      case 6: gl.getError(); break;
      case 7: { var e = gl.getExtension(pick(gl.getSupportedExtensions() || ['x'])); if (e) for (var k in e) if (typeof e[k] === 'function' && !/lose|restore/i.test(k)) { last = k; keep(e[k](int(), int(), int(), long(), int())); } break; }
      case 8: if (depth === 1 && chance(8)) { var lose = gl.getExtension('WEBGL_lose_context'); if (lose) lose.loseContext(); window.fuzzLost.push([gl, lose]); } break;
      case 9: window.fuzzLost.splice(0).forEach(function (pair) { try { if (pair[1]) pair[1].restoreContext(); } catch (e) {} }); break;
      case 10: if (depth === 1 && contexts.length < 4) make(); break;
      default: if (contexts.length > 1 && chance(8)) contexts.splice(upTo(contexts.length), 1);
    }
  }
  function make() {
    var canvas = document.createElement('canvas');
    canvas.width = pick([1, 64, 300]);
    canvas.height = pick([1, 64, 150]);
    if (chance(2)) document.body.appendChild(canvas);
    canvas.addEventListener('webglcontextlost', function (e) { e.preventDefault(); });
    var gl = canvas.getContext(pick(['webgl', 'webgl2', 'webgl2']), {
      alpha: chance(2), antialias: chance(2), depth: chance(2), stencil: chance(2), premultipliedAlpha: chance(2), preserveDrawingBuffer: chance(2) });
    if (gl) contexts.push(gl);
  }
  var depth = 0;
  function step() {
    if (depth > 2 || contexts.length === 0) return;
    depth++;
    try {
      var gl = pick(contexts);
      switch (upTo(14)) {
        case 0: program(gl); break;
        case 1: vertices(gl); break;
        case 2: case 3: draw(gl); break;
        case 4: texture(gl); break;
        case 5: target(gl); break;
        case 6: if (chance(3)) feedback(gl); break;
        case 7: if (chance(3)) read(gl); break;
        case 8: canvasThing(gl); break;
        default: anyCall(gl);
      }
    } finally {
      depth--;
    }
  }

  window.fuzzLost = window.fuzzLost || [];
  if (contexts.length === 0) make();
  if (contexts.length === 1) make();
  var thrown = {}, count = 0;
  var lost = 0;
  for (var k = 0; k < calls; k++) {
    try {
      if (k % 25 === 0) {
        // Lost ones come back in a later task, if at all.
        for (var n = contexts.length - 1; n >= 0; n--) if (contexts[n].isContextLost() && !chance(20)) { contexts.splice(n, 1); lost++; }
        if (contexts.length < 2) make();
      }
      step();
    } catch (e) {
      count++;
      // Errors of the specification; anything else would be a fault of the script.
      if (!(e instanceof TypeError && /required|not of type|Not a|requires an array-like|BigInt|[Ss]ymbol|constructor/.test(e.message)) && e.message !== 'no'
          && !(e instanceof DOMException)) {
        var stack = String(e.stack).split('\n').slice(0, 4).join(' < ');
        thrown[last + ': ' + e.name + ': ' + e.message + ' @ ' + stack] = true;
      }
    }
  }
  contexts.forEach(function (gl) { for (var k = 0; k < 20 && gl.getError(); k++); });
  return { calls: calls, refused: count, lost: lost, thrown: Object.keys(thrown).slice(0, 10) };
};

window.fuzzImage = new Image();
window.fuzzImage.src = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFElEQVR4nGP8z8Dwn4GBgYGJAQoAHxcCAk+Uzr4AAAAASUVORK5CYII=';
