// Programs: what is attached, linking, what a linked one consists of.

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

  deleteProgram(program) { if (!this[$].lost) remove(this[$], program, PROGRAM); },

  isProgram(program) { return exists(this[$], program, PROGRAM); },

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
