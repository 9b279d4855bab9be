// Shaders.

// Ten times what any known program has; the driver would take minutes.
var LONGEST_SHADER = 2000000;

Object.assign(own, {
  createShader(type) {
    if (arguments.length < 1) few('createShader', 1, 0);
    var s = this[$];
    type >>>= 0;
    if (type !== constants.VERTEX_SHADER && type !== constants.FRAGMENT_SHADER) {
      fail(s, INVALID_ENUM);
      return null;
    }
    return create(s, SHADER, type);
  },

  deleteShader(shader) { if (!this[$].lost) remove(this[$], shader, SHADER); },

  isShader(shader) { return exists(this[$], shader, SHADER); },

  shaderSource(shader, source) {
    if (arguments.length < 2) few('shaderSource', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var sh = programOrShader(s, shader, SHADER);
    if (!sh) return;
    sh.source = String(source);
    // Comments may hold anything; the driver takes ASCII only.
    var text = sh.source.length > LONGEST_SHADER
      ? '#error The shader is longer than ' + LONGEST_SHADER + ' characters'
      : sh.source.replace(/[^\t-\r -~]/g, '?');
    var from = begin(s, text.length / 2 + 4);
    I[p++] = sh.id;
    string(text);
    end(from, OP_shaderSource);
  },

  getShaderSource(shader) {
    if (arguments.length < 1) few('getShaderSource', 1, 0);
    var s = this[$];
    if (s.lost) return null;
    var sh = programOrShader(s, shader, SHADER);
    return sh && sh.source;
  },

  compileShader(shader) {
    if (arguments.length < 1) few('compileShader', 1, 0);
    var s = this[$];
    if (s.lost) return;
    var sh = programOrShader(s, shader, SHADER);
    if (!sh) return;
    sh.info = null;
    command(s, OP_compileShader, sh.id);
  },

  getShaderParameter(shader, name) {
    if (arguments.length < 2) few('getShaderParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var sh = programOrShader(s, shader, SHADER);
    if (!sh) return null;
    switch (name) {
      case constants.SHADER_TYPE: return sh.type;
      case constants.DELETE_STATUS: return !!sh.condemned;
      case constants.COMPILE_STATUS: return shaderInfo(s, sh).compiled;
    }
    fail(s, INVALID_ENUM);
    return null;
  },

  getShaderInfoLog(shader) {
    if (arguments.length < 1) few('getShaderInfoLog', 1, 0);
    var s = this[$];
    if (s.lost) return null;
    var sh = programOrShader(s, shader, SHADER);
    return sh && shaderInfo(s, sh).log;
  }
});

function shaderInfo(s, record) {
  if (!record.info) {
    if (!ask(s, OP_shaderInfo, record.id)) return { compiled: false, log: '' };
    record.info = { compiled: ri() !== 0, log: rs() };
  }
  return record.info;
}
