// Shaders, programs, uniforms.

// Ten times what any known program has; the driver would take minutes.
var LONGEST_SHADER = 2000000;

// What a linked program consists of, fetched in one question.
function programInfo(s, record) {
  if (record.info) return record.info;
  var info = { linked: false, log: '', attributes: [], uniforms: [], blocks: [], varyings: [], locations: new Map(), uniformLocations: new Map() };
  if (!ask(s, OP_programInfo, record.id)) return info;
  info.linked = ri() !== 0;
  info.log = rs();
  active(info.attributes);
  active(info.uniforms);
  for (var n = ri(); n > 0; n--) info.blocks.push(rs());
  for (var v = ri(); v > 0; v--) info.varyings.push({ name: rs(), size: ri(), type: ri() });
  info.attributes.forEach(function (a) { info.locations.set(a.name, a.location); });
  info.uniforms.forEach(function (u) {
    info.uniformLocations.set(u.name, u.location);
    if (/\[0\]$/.test(u.name)) info.uniformLocations.set(u.name.slice(0, -3), u.location);
  });
  record.info = info;
  return info;
}

function active(list) {
  for (var n = ri(); n > 0; n--) list.push({ name: rs(), size: ri(), type: ri(), location: ri() });
}

// The type of a uniform by the name of a location, e.g. `lights[2].color[1]`.
function uniformNamed(info, name) {
  for (var k = 0; k < info.uniforms.length; k++) {
    var u = info.uniforms[k];
    if (u.name === name || u.name === name + '[0]') return u;
    if (/\[0\]$/.test(u.name) && u.name.slice(0, -2) === name.replace(/\d+\]$/, '')) return u;
  }
  return null;
}

// Programs and shaders that were deleted are kept while something uses them.
function programOrShader(s, object, kind) {
  var record = recordOf(object, kind);
  if (record.owner !== s || s.lost) {
    fail(s, INVALID_OPERATION);
    return null;
  }
  if (record.gone) {
    fail(s, INVALID_VALUE);
    return null;
  }
  return record;
}

function uniformArgument(s, location) {
  var l = location[$];
  if (l === undefined || l.kind !== LOCATION) wrongType(LOCATION);
  var program = l.program;
  if (program !== s.program || program.link !== l.link) {
    fail(s, INVALID_OPERATION);
    return -1;
  }
  return l.location;
}

// Names that WebGL keeps for itself.
function isReserved(name) {
  return /^(webgl_|_webgl_|gl_)/.test(name);
}

function isTooLong(s, name) {
  return name.length > (s.version === 2 ? 1024 : 256);
}

function hasInvalidCharacters(text) {
  // Printable ASCII and blanks, without the characters that GLSL ES has no use for.
  return /[^\t-\r -~]|["$`@\\']/.test(text);
}

function badName(s, name) {
  if (hasInvalidCharacters(name)) {
    fail(s, INVALID_VALUE);
    return true;
  }
  return false;
}

Object.assign(own, {
  createProgram() { return create(this[$], PROGRAM, 0); },

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

  deleteProgram(program) { if (!this[$].lost) remove(this[$], program, PROGRAM); },
  deleteShader(shader) { if (!this[$].lost) remove(this[$], shader, SHADER); },

  isProgram(program) { return exists(this[$], program, PROGRAM); },
  isShader(shader) { return exists(this[$], shader, SHADER); },

  attachShader(program, shader) {
    if (arguments.length < 2) few('attachShader', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var pr = programOrShader(s, program, PROGRAM), sh = pr && programOrShader(s, shader, SHADER);
    if (!sh) return;
    pr.shaders = pr.shaders || [];
    if (pr.shaders.some(function (other) { return other === sh || other.type === sh.type; })) {
      fail(s, INVALID_OPERATION);
      return;
    }
    pr.shaders.push(sh);
    sh.uses++;
    command(s, OP_attachShader, pr.id, sh.id);
  },

  detachShader(program, shader) {
    if (arguments.length < 2) few('detachShader', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var pr = programOrShader(s, program, PROGRAM), sh = pr && programOrShader(s, shader, SHADER);
    if (!sh) return;
    var at = pr.shaders ? pr.shaders.indexOf(sh) : -1;
    if (at < 0) {
      fail(s, INVALID_OPERATION);
      return;
    }
    pr.shaders.splice(at, 1);
    command(s, OP_detachShader, pr.id, sh.id);
    sh.uses--;
    release(sh);
  },

  getAttachedShaders(program) {
    if (arguments.length < 1) few('getAttachedShaders', 1, 0);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    return pr && (pr.shaders || []).map(function (shader) { return shader.object; });
  },

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
      case 0x91B1: if (s.extensions.KHR_parallel_shader_compile) return true;
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
  },

  linkProgram(program) {
    if (arguments.length < 1) few('linkProgram', 1, 0);
    var s = this[$];
    if (s.lost) return;
    var pr = programOrShader(s, program, PROGRAM);
    if (!pr) return;
    if (s.feedback && s.feedback.program === pr) {
      fail(s, INVALID_OPERATION);
      return;
    }
    pr.info = null;
    pr.link++;
    command(s, OP_linkProgram, pr.id);
  },

  useProgram(program) {
    if (arguments.length < 1) few('useProgram', 1, 0);
    var s = this[$];
    if (s.lost) return;
    var pr = null;
    if (program !== null && program !== undefined) {
      pr = programOrShader(s, program, PROGRAM);
      if (!pr) return;
      if (!(pr.info || programInfo(s, pr)).linked) {
        fail(s, INVALID_OPERATION);
        return;
      }
    }
    if (s.feedback && s.feedback.active && !s.feedback.paused) {
      fail(s, INVALID_OPERATION);
      return;
    }
    room(s, 2);
    I[p] = OP_useProgram | 2 << 10;
    I[p + 1] = pr === null ? 0 : pr.id;
    p += 2;
    if (pr === s.program) return;
    var old = s.program;
    s.program = pr;
    if (pr !== null) pr.uses++;
    if (old !== null) {
      old.uses--;
      release(old);
    }
  },

  getProgramParameter(program, name) {
    if (arguments.length < 2) few('getProgramParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    if (!pr) return null;
    switch (name) {
      case constants.DELETE_STATUS: return !!pr.condemned;
      case constants.LINK_STATUS: return programInfo(s, pr).linked;
      case constants.VALIDATE_STATUS: return ask(s, OP_getProgramiv, pr.id, name, 1) && ri() !== 0;
      case constants.ATTACHED_SHADERS: return (pr.shaders || []).length;
      case constants.ACTIVE_ATTRIBUTES: return programInfo(s, pr).attributes.length;
      case constants.ACTIVE_UNIFORMS: return programInfo(s, pr).uniforms.length;
      case 0x91B1: if (s.extensions.KHR_parallel_shader_compile) return true; break;
    }
    if (s.version === 2) {
      switch (name) {
        case constants2.ACTIVE_UNIFORM_BLOCKS: return programInfo(s, pr).blocks.length;
        case constants2.TRANSFORM_FEEDBACK_BUFFER_MODE: case constants2.TRANSFORM_FEEDBACK_VARYINGS:
          return ask(s, OP_getProgramiv, pr.id, name, 1) ? ri() : null;
      }
    }
    fail(s, INVALID_ENUM);
    return null;
  },

  getProgramInfoLog(program) {
    if (arguments.length < 1) few('getProgramInfoLog', 1, 0);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    if (!pr) return null;
    // Validating writes a log too.
    return ask(s, OP_programLog, pr.id) ? rs() : '';
  },

  getActiveAttrib(program, index) {
    if (arguments.length < 2) few('getActiveAttrib', 2, arguments.length);
    return activeAt(this[$], program, index, 'attributes');
  },

  getActiveUniform(program, index) {
    if (arguments.length < 2) few('getActiveUniform', 2, arguments.length);
    return activeAt(this[$], program, index, 'uniforms');
  },

  getTransformFeedbackVarying(program, index) {
    if (arguments.length < 2) few('getTransformFeedbackVarying', 2, arguments.length);
    return activeAt(this[$], program, index, 'varyings');
  },

  bindAttribLocation(program, index, name) {
    if (arguments.length < 3) few('bindAttribLocation', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var pr = programOrShader(s, program, PROGRAM);
    name = String(name);
    index = +index;
    if (!pr || badName(s, name)) return;
    if (isTooLong(s, name)) {
      fail(s, INVALID_VALUE);
      return;
    }
    if (isReserved(name)) {
      fail(s, INVALID_OPERATION);
      return;
    }
    var from = begin(s, name.length / 2 + 4);
    I[p++] = pr.id;
    I[p++] = index;
    string(name);
    end(from, OP_bindAttribLocation);
  },

  getAttribLocation(program, name) {
    if (arguments.length < 2) few('getAttribLocation', 2, arguments.length);
    var s = this[$];
    if (s.lost) return -1;
    var pr = programOrShader(s, program, PROGRAM);
    name = String(name);
    if (!pr || !nameable(s, name)) return -1;
    var info = programInfo(s, pr);
    if (!info.linked) {
      fail(s, INVALID_OPERATION);
      return -1;
    }
    if (isReserved(name)) return -1;
    var known = info.locations.get(name);
    if (known === undefined) info.locations.set(name, known = askText(s, OP_getAttribLocation, pr.id, name) ? ri() : -1);
    return known;
  },

  getFragDataLocation(program, name) {
    if (arguments.length < 2) few('getFragDataLocation', 2, arguments.length);
    var s = this[$];
    if (s.lost) return -1;
    var pr = programOrShader(s, program, PROGRAM);
    return pr && askText(s, OP_getFragDataLocation, pr.id, String(name)) ? ri() : -1;
  },

  getUniformLocation(program, name) {
    if (arguments.length < 2) few('getUniformLocation', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    name = String(name);
    if (!pr || !nameable(s, name)) return null;
    var info = programInfo(s, pr);
    if (!info.linked) {
      fail(s, INVALID_OPERATION);
      return null;
    }
    if (isReserved(name)) return null;
    var location = info.uniformLocations.get(name);
    if (location === undefined) {
      location = askText(s, OP_getUniformLocation, pr.id, name) ? ri() : -1;
      info.uniformLocations.set(name, location);
    }
    if (location < 0) return null;
    return make(WebGLUniformLocation, { kind: LOCATION, program: pr, link: pr.link, location: location, name: name });
  },

  getUniform(program, location) {
    if (arguments.length < 2) few('getUniform', 2, arguments.length);
    var s = this[$];
    var l = recordOf(location, LOCATION);
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    if (!pr) return null;
    if (l.program !== pr || l.link !== pr.link) {
      fail(s, INVALID_OPERATION);
      return null;
    }
    var uniform = uniformNamed(programInfo(s, pr), l.name);
    return uniform ? uniformValue(s, pr.id, l.location, uniform.type) : null;
  },

  validateProgram(program) {
    if (arguments.length < 1) few('validateProgram', 1, 0);
    var s = this[$];
    if (s.lost) return;
    var pr = programOrShader(s, program, PROGRAM);
    if (pr) command(s, OP_validateProgram, pr.id);
  },

  transformFeedbackVaryings(program, varyings, mode) {
    if (arguments.length < 3) few('transformFeedbackVaryings', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var pr = programOrShader(s, program, PROGRAM);
    var names = Array.from(varyings, String);
    mode = +mode;
    if (!pr) return;
    var length = names.reduce(function (n, name) { return n + name.length / 2 + 2; }, 4);
    var from = begin(s, length);
    I[p++] = pr.id;
    I[p++] = mode;
    I[p++] = names.length;
    names.forEach(string);
    end(from, OP_transformFeedbackVaryings);
  },

  getUniformIndices(program, names) {
    if (arguments.length < 2) few('getUniformIndices', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    names = Array.from(names, String);
    if (!pr) return null;
    var length = names.reduce(function (n, name) { return n + name.length / 2 + 2; }, 4);
    var from = begin(s, length);
    I[p++] = pr.id;
    I[p++] = names.length;
    names.forEach(string);
    end(from, OP_getUniformIndices);
    if (!query()) return null;
    return names.map(function () { return ri() >>> 0; });
  },

  getActiveUniforms(program, indices, name) {
    if (arguments.length < 3) few('getActiveUniforms', 3, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    indices = Array.from(indices, function (n) { return n >>> 0; });
    name = +name;
    if (!pr) return null;
    var isBoolean = name === constants2.UNIFORM_IS_ROW_MAJOR;
    var isSigned = name === constants2.UNIFORM_BLOCK_INDEX || name === constants2.UNIFORM_OFFSET
      || name === constants2.UNIFORM_ARRAY_STRIDE || name === constants2.UNIFORM_MATRIX_STRIDE;
    if (!isBoolean && !isSigned && name !== constants2.UNIFORM_TYPE && name !== constants2.UNIFORM_SIZE) {
      fail(s, INVALID_ENUM);
      return null;
    }
    var count = programInfo(s, pr).uniforms.length;
    if (indices.some(function (n) { return n >= count; })) {
      fail(s, INVALID_VALUE);
      return null;
    }
    var from = begin(s, indices.length + 4);
    I[p++] = pr.id;
    I[p++] = name;
    I[p++] = indices.length;
    indices.forEach(function (n) { I[p++] = n; });
    end(from, OP_getActiveUniformsiv);
    if (!query()) return null;
    return indices.map(function () { return isBoolean ? ri() !== 0 : isSigned ? ri() : ri() >>> 0; });
  },

  getUniformBlockIndex(program, name) {
    if (arguments.length < 2) few('getUniformBlockIndex', 2, arguments.length);
    var s = this[$];
    if (s.lost) return 0xffffffff;
    var pr = programOrShader(s, program, PROGRAM);
    name = String(name);
    if (!pr || badName(s, name)) return 0xffffffff;
    return askText(s, OP_getUniformBlockIndex, pr.id, name) ? ri() >>> 0 : 0xffffffff;
  },

  getActiveUniformBlockParameter(program, index, name) {
    if (arguments.length < 3) few('getActiveUniformBlockParameter', 3, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    if (!pr) return null;
    if (index >>> 0 >= programInfo(s, pr).blocks.length) {
      fail(s, INVALID_VALUE);
      return null;
    }
    var isBoolean = name === constants2.UNIFORM_BLOCK_REFERENCED_BY_VERTEX_SHADER
      || name === constants2.UNIFORM_BLOCK_REFERENCED_BY_FRAGMENT_SHADER;
    var isList = name === constants2.UNIFORM_BLOCK_ACTIVE_UNIFORM_INDICES;
    if (!isBoolean && !isList && name !== constants2.UNIFORM_BLOCK_BINDING
        && name !== constants2.UNIFORM_BLOCK_DATA_SIZE && name !== constants2.UNIFORM_BLOCK_ACTIVE_UNIFORMS) {
      fail(s, INVALID_ENUM);
      return null;
    }
    if (!ask(s, OP_getActiveUniformBlockiv, pr.id, index, name)) return null;
    var list = new Uint32Array(ri());
    for (var k = 0; k < list.length; k++) list[k] = ri();
    return isList ? list : isBoolean ? list[0] !== 0 : list[0];
  },

  getActiveUniformBlockName(program, index) {
    if (arguments.length < 2) few('getActiveUniformBlockName', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var pr = programOrShader(s, program, PROGRAM);
    if (!pr) return null;
    var name = programInfo(s, pr).blocks[index >>> 0];
    if (name === undefined) {
      fail(s, INVALID_VALUE);
      return null;
    }
    return name;
  }
});

function command(s, op, first, second) {
  var n = arguments.length - 1;
  first = +first;
  second = +second;
  room(s, n);
  I[p] = op | n << 10;
  I[p + 1] = first;
  if (n > 2) I[p + 2] = second;
  p += n;
}

function shaderInfo(s, record) {
  if (!record.info) {
    if (!ask(s, OP_shaderInfo, record.id)) return { compiled: false, log: '' };
    record.info = { compiled: ri() !== 0, log: rs() };
  }
  return record.info;
}

function activeAt(s, program, index, list) {
  if (s.lost) return null;
  var pr = programOrShader(s, program, PROGRAM);
  if (!pr) return null;
  var found = programInfo(s, pr)[list][index >>> 0];
  if (found === undefined) {
    fail(s, INVALID_VALUE);
    return null;
  }
  return activeInfo(found.name, found.size, found.type);
}

function nameable(s, name) {
  if (isTooLong(s, name)) {
    fail(s, INVALID_VALUE);
    return false;
  }
  return !badName(s, name);
}

function uniformValue(s, program, location, type) {
  // [components, which function]
  var shape = uniformShapes[type];
  if (!shape) return null;
  var count = shape[0], kind = shape[1];
  var op = kind === 'f' ? OP_getUniformfv : kind === 'u' ? OP_getUniformuiv : OP_getUniformiv;
  if (!ask(s, op, program, location, count)) return null;
  var at = r * 4;
  if (count === 1) return kind === 'f' ? rf() : kind === 'u' ? ri() >>> 0 : kind === 'b' ? ri() !== 0 : ri();
  switch (kind) {
    case 'f': return new Float32Array(reply, at, count).slice();
    case 'u': return new Uint32Array(reply, at, count).slice();
    case 'b': return Array.from(new Int32Array(reply, at, count), function (n) { return n !== 0; });
    default: return new Int32Array(reply, at, count).slice();
  }
}

var uniformShapes = (function () {
  var list = {};
  [['FLOAT', 'f'], ['INT', 'i'], ['BOOL', 'b'], ['UNSIGNED_INT', 'u']].forEach(function (entry) {
    var all = Object.assign({}, constants, constants2);
    list[all[entry[0]]] = [1, entry[1]];
    for (var n = 2; n <= 4; n++) list[all[entry[0] + '_VEC' + n]] = [n, entry[1]];
  });
  var c = Object.assign({}, constants, constants2);
  for (var m = 2; m <= 4; m++) {
    for (var n = 2; n <= 4; n++) list[c['FLOAT_MAT' + m + (m === n ? '' : 'x' + n)]] = [m * n, 'f'];
  }
  Object.keys(c).forEach(function (name) {
    if (/^(UNSIGNED_)?(INT_)?SAMPLER_(2D|3D|CUBE|2D_ARRAY)(_SHADOW)?$/.test(name)) list[c[name]] = [1, 'i'];
  });
  return list;
})();

// ---- values for uniforms and attributes ----

function vectorCall(name, op, count, isMatrix, Type) {
  var words = Type === Float32Array ? function () { return F; } : function () { return I; };
  function send(s, location, transpose, list, offset, length) {
    var id = uniformArgument(s, location);
    if (id < 0) return;
    if (list === null || list === undefined || typeof list !== 'object') throw new TypeError('Not a list of numbers');
    if (!(list instanceof Type)) {
      if (ArrayBuffer.isView(list)) throw new TypeError('Not a list of the right type');
      list = Type.from(list);
    }
    var total = list.length;
    if (offset > total || length > total - offset) {
      fail(s, INVALID_VALUE);
      return;
    }
    var n = length || total - offset;
    if (n < count || n % count !== 0) {
      fail(s, INVALID_VALUE);
      return;
    }
    if (transpose && s.version === 1) {
      fail(s, INVALID_VALUE);
      return;
    }
    var from = begin(s, n + 3);
    I[p++] = id;
    if (isMatrix) I[p++] = transpose ? 1 : 0;
    if (Type === Float32Array) for (var k = 0; k < n; k++) F[p + k] = list[offset + k];
    else for (var m = 0; m < n; m++) I[p + m] = list[offset + m];
    p += n;
    end(from, op);
  }
  return isMatrix
    ? { [name](location, transpose, values) {
      if (arguments.length < 3) few(name, 3, arguments.length);
      var s = this[$];
      if (location === null || location === undefined || s.lost) return;
      if (s.version === 1) send(s, location, transpose, values, 0, 0);
      else send(s, location, transpose, values, arguments[3] >>> 0, arguments[4] >>> 0);
    } }[name]
    : { [name](location, values) {
      if (arguments.length < 2) few(name, 2, arguments.length);
      var s = this[$];
      if (location === null || location === undefined || s.lost) return;
      if (s.version === 1) send(s, location, false, values, 0, 0);
      else send(s, location, false, values, arguments[2] >>> 0, arguments[3] >>> 0);
    } }[name];
}

[1, 2, 3, 4].forEach(function (n) {
  own['uniform' + n + 'fv'] = vectorCall('uniform' + n + 'fv', opcodes['uniform' + n + 'fv'], n, false, Float32Array);
  own['uniform' + n + 'iv'] = vectorCall('uniform' + n + 'iv', opcodes['uniform' + n + 'iv'], n, false, Int32Array);
  own['uniform' + n + 'uiv'] = vectorCall('uniform' + n + 'uiv', opcodes['uniform' + n + 'uiv'], n, false, Uint32Array);
});
[2, 3, 4].forEach(function (m) {
  [2, 3, 4].forEach(function (n) {
    var name = 'uniformMatrix' + m + (m === n ? '' : 'x' + n) + 'fv';
    own[name] = vectorCall(name, opcodes[name], m * n, true, Float32Array);
  });
});

function attributeList(name, op, count, Type, kind) {
  return { [name](index, values) {
    if (arguments.length < 2) few(name, 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var list = ArrayBuffer.isView(values) && !(values instanceof DataView) ? values : Type.from(values);
    index = +index;
    if (list.length < count) {
      fail(s, INVALID_VALUE);
      return;
    }
    attributeKind(s, index, kind);
    var from = begin(s, count + 2);
    I[p++] = index;
    var target = Type === Float32Array ? F : I;
    for (var k = 0; k < count; k++) target[p + k] = list[k];
    p += count;
    end(from, op);
  } }[name];
}

// In which type a constant attribute was given last.
function attributeKind(s, index, kind) {
  s.attributeKinds = s.attributeKinds || [];
  s.attributeKinds[index >>> 0] = kind;
}

[1, 2, 3, 4].forEach(function (n) {
  var name = 'vertexAttrib' + n + 'fv';
  own[name] = attributeList(name, opcodes[name], n, Float32Array, 0);
  var scalars = plain['vertexAttrib' + n + 'f'];
  own['vertexAttrib' + n + 'f'] = wrapped('vertexAttrib' + n + 'f', n + 1, function (s, a) {
    attributeKind(s, a[0], 0);
  });
});
own.vertexAttribI4iv = attributeList('vertexAttribI4iv', OP_vertexAttribI4iv, 4, Int32Array, 1);
own.vertexAttribI4uiv = attributeList('vertexAttribI4uiv', OP_vertexAttribI4uiv, 4, Uint32Array, 2);
own.vertexAttribI4i = wrapped('vertexAttribI4i', 5, function (s, a) { attributeKind(s, a[0], 1); });
own.vertexAttribI4ui = wrapped('vertexAttribI4ui', 5, function (s, a) { attributeKind(s, a[0], 2); });

// The plain function with something noted before; it must not return true, which would end the call.
function wrapped(name, count, before) {
  var real = plain[name];
  return { [name]() {
    if (arguments.length < count) few(name, count, arguments.length);
    var s = this[$];
    if (s.lost || before(s, arguments) === true) return;
    real.apply(this, arguments);
  } }[name];
}
