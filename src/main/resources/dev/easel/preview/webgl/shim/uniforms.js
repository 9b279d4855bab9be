// Uniforms and their blocks: where they are, and what is known about them.

// The type of a uniform by the name of a location, e.g. `lights[2].color[1]`.
function uniformNamed(info, name) {
  for (var k = 0; k < info.uniforms.length; k++) {
    var u = info.uniforms[k];
    if (u.name === name || u.name === name + '[0]') return u;
    if (/\[0\]$/.test(u.name) && u.name.slice(0, -2) === name.replace(/\d+\]$/, '')) return u;
  }
  return null;
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

Object.assign(own, {
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

  getActiveUniform(program, index) {
    if (arguments.length < 2) few('getActiveUniform', 2, arguments.length);
    return activeAt(this[$], program, index, 'uniforms');
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
    var info = programInfo(s, pr), name = info.blocks[index >>> 0];
    if (name === undefined) {
      fail(s, info.linked ? INVALID_VALUE : INVALID_OPERATION);
      return null;
    }
    return name;
  }
});

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
