// Buffers, vertex arrays, queries, samplers, sync objects, transform feedback.

Object.assign(own, {
  createBuffer() { return create(this[$], BUFFER, 0); },
  createFramebuffer() { return create(this[$], FRAMEBUFFER, 0); },
  createRenderbuffer() { return create(this[$], RENDERBUFFER, 0); },
  createTexture() { return create(this[$], TEXTURE, 0); },
  createQuery() { return create(this[$], QUERY, 0); },
  createSampler() { return create(this[$], SAMPLER, 0); },
  createTransformFeedback() { return create(this[$], TRANSFORM_FEEDBACK, 0); },
  createVertexArray() { return create(this[$], VERTEX_ARRAY, 0); },

  deleteBuffer(buffer) {
    var s = this[$];
    if (s.lost) return;
    remove(s, buffer, BUFFER);
    if (buffer) for (var target in s.buffers) if (s.buffers[target] === buffer[$]) s.buffers[target] = null;
  },
  deleteRenderbuffer(renderbuffer) { if (!this[$].lost) remove(this[$], renderbuffer, RENDERBUFFER); },
  deleteTexture(texture) { if (!this[$].lost) remove(this[$], texture, TEXTURE); },
  deleteSampler(sampler) { if (!this[$].lost) remove(this[$], sampler, SAMPLER); },
  deleteSync(sync) { if (!this[$].lost) remove(this[$], sync, SYNC); },
  deleteQuery(query) {
    var s = this[$];
    if (s.lost) return;
    if (query) for (var target in s.queries) if (s.queries[target] === query[$]) {
      command(s, OP_endQuery, +target);
      s.queries[target] = null;
    }
    remove(s, query, QUERY);
  },
  deleteTransformFeedback(feedback) {
    var s = this[$];
    if (s.lost) return;
    if (feedback && feedback[$] && feedback[$].active) {
      fail(s, INVALID_OPERATION);
      return;
    }
    remove(s, feedback, TRANSFORM_FEEDBACK);
    if (feedback && s.feedback === feedback[$]) s.feedback = null;
  },
  deleteVertexArray(array) {
    var s = this[$];
    if (s.lost) return;
    remove(s, array, VERTEX_ARRAY);
    if (array && s.vertexArray === array[$]) s.vertexArray = null;
  },

  isBuffer(object) { return exists(this[$], object, BUFFER); },
  isFramebuffer(object) { return exists(this[$], object, FRAMEBUFFER); },
  isRenderbuffer(object) { return exists(this[$], object, RENDERBUFFER); },
  isTexture(object) { return exists(this[$], object, TEXTURE); },
  isQuery(object) { return exists(this[$], object, QUERY); },
  isSampler(object) { return exists(this[$], object, SAMPLER); },
  isSync(object) { return exists(this[$], object, SYNC); },
  isTransformFeedback(object) { return exists(this[$], object, TRANSFORM_FEEDBACK); },
  isVertexArray(object) { return exists(this[$], object, VERTEX_ARRAY); },

  bindBuffer(target, buffer) {
    if (arguments.length < 2) few('bindBuffer', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    target = +target;
    var id = idOrNull(s, buffer, BUFFER);
    if (id < 0) return;
    if (id > 0 && !mayBind(s, target, buffer[$])) {
      fail(s, INVALID_OPERATION);
      return;
    }
    if (target === 0x88EB || target === 0x88EC) s.buffers[target] = id === 0 ? null : buffer[$];
    room(s, 3);
    I[p] = OP_bindBuffer | 3 << 10;
    I[p + 1] = target;
    I[p + 2] = id;
    p += 3;
  },

  bindBufferBase(target, index, buffer) {
    if (arguments.length < 3) few('bindBufferBase', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, buffer, BUFFER);
    if (id < 0) return;
    if (id > 0 && !mayBind(s, target, buffer[$])) {
      fail(s, INVALID_OPERATION);
      return;
    }
    plain.bindBufferBase.call(this, target, index, buffer);
  },

  bindBufferRange(target, index, buffer, offset, size) {
    if (arguments.length < 5) few('bindBufferRange', 5, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, buffer, BUFFER);
    if (id < 0) return;
    if (id > 0 && !mayBind(s, target, buffer[$])) {
      fail(s, INVALID_OPERATION);
      return;
    }
    plain.bindBufferRange.call(this, target, index, buffer, offset, size);
  },

  bufferData(target, content, usage) {
    if (arguments.length < 3) few('bufferData', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    target = +target;
    usage = +usage;
    var view = viewOf(content);
    if (content === null || content === undefined) {
      fail(s, INVALID_VALUE);
      return;
    }
    var size = 0, offset = 0;
    if (view === null) {
      size = +content;
      size = size === size ? Math.trunc(size) : 0;
      if (size < 0) {
        fail(s, INVALID_VALUE);
        return;
      }
    } else {
      var part = partOf(s, view, arguments.length > 3 ? arguments[3] : 0, arguments[4]);
      if (part === null) return;
      offset = part[0];
      size = part[1];
    }
    if (isTooMuch(s, view, size)) return;
    var from = begin(s, 8 + (view ? dataWords(size) : 1));
    I[p++] = target;
    I[p++] = usage;
    long(size);
    if (view) data(view, offset, size);
    else I[p++] = NULL;
    end(from, OP_bufferData);
  },

  bufferSubData(target, offset, content) {
    if (arguments.length < 3) few('bufferSubData', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    if (content === null || content === undefined) return;
    target = +target;
    offset = +offset;
    var view = viewOf(content);
    if (view === null) throw new TypeError('Not a buffer source');
    if (offset < 0) {
      fail(s, INVALID_VALUE);
      return;
    }
    var part = partOf(s, view, arguments.length > 3 ? arguments[3] : 0, arguments[4]);
    if (part === null || isTooMuch(s, view, part[1])) return;
    var from = begin(s, 8 + dataWords(part[1]));
    I[p++] = target;
    long(offset);
    data(view, part[0], part[1]);
    end(from, OP_bufferSubData);
  },

  getBufferSubData(target, offset, view) {
    if (arguments.length < 3) few('getBufferSubData', 3, arguments.length);
    var s = this[$];
    if (!ArrayBuffer.isView(view)) throw new TypeError('Not a view');
    if (s.lost) return;
    target = +target;
    offset = +offset;
    if (offset < 0) {
      fail(s, INVALID_VALUE);
      return;
    }
    var part = partOf(s, view, arguments.length > 3 ? arguments[3] : 0, arguments[4]);
    if (part === null || part[1] === 0) return;
    var from = begin(s, 6);
    I[p++] = target;
    long(offset);
    I[p++] = part[1];
    end(from, OP_getBufferSubData);
    if (query() && ri() !== 0) {
      new Uint8Array(view.buffer, view.byteOffset + part[0], part[1]).set(RB.subarray(r * 4, r * 4 + part[1]));
    }
  },

  bindVertexArray(array) {
    if (arguments.length < 1) few('bindVertexArray', 1, 0);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, array, VERTEX_ARRAY);
    if (id < 0) return;
    s.vertexArray = id === 0 ? null : array[$];
    command(s, OP_bindVertexArray, id);
  },

  beginQuery(target, query) {
    if (arguments.length < 2) few('beginQuery', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOf(s, query, QUERY);
    if (id < 0) return;
    var record = query[$];
    if (target === 0x8C2F || target === 0x8D6A || target === 0x8C88) {
      if (record.target && record.target !== target || s.queries[queryPlace(target)]) {
        fail(s, INVALID_OPERATION);
        return;
      }
      record.target = target;
      record.result = undefined;
      s.queries[queryPlace(target)] = record;
    } else if (!isTimerQuery(s, target)) {
      fail(s, INVALID_ENUM);
      return;
    }
    command(s, OP_beginQuery, target, id);
  },

  endQuery(target) {
    if (arguments.length < 1) few('endQuery', 1, 0);
    var s = this[$];
    if (s.lost) return;
    if (target === 0x8C2F || target === 0x8D6A || target === 0x8C88) {
      var record = s.queries[queryPlace(target)];
      if (!record || record.target !== target) {
        fail(s, INVALID_OPERATION);
        return;
      }
      s.queries[queryPlace(target)] = null;
      record.turn = turn;
    } else if (!isTimerQuery(s, target)) {
      fail(s, INVALID_ENUM);
      return;
    }
    command(s, OP_endQuery, target);
  },

  getQuery(target, name) {
    if (arguments.length < 2) few('getQuery', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (name !== constants2.CURRENT_QUERY || target !== 0x8C2F && target !== 0x8D6A && target !== 0x8C88) {
      fail(s, INVALID_ENUM);
      return null;
    }
    var record = s.queries[queryPlace(target)];
    return record && record.target === target ? record.object : null;
  },

  getQueryParameter(query, name) {
    if (arguments.length < 2) few('getQueryParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var id = idOf(s, query, QUERY);
    if (id < 0) return null;
    var record = query[$];
    if (name !== constants2.QUERY_RESULT && name !== constants2.QUERY_RESULT_AVAILABLE) {
      fail(s, INVALID_ENUM);
      return null;
    }
    if (!record.target || s.queries[queryPlace(record.target)] === record) {
      fail(s, INVALID_OPERATION);
      return null;
    }
    // A result becomes known between two tasks of the page, never within one.
    if (record.turn === turn) {
      waitATurn();
      return name === constants2.QUERY_RESULT ? 0 : false;
    }
    if (name === constants2.QUERY_RESULT_AVAILABLE) return ask(s, OP_getQueryObjectuiv, id, name, 1) && ri() !== 0;
    if (!ask(s, OP_getQueryObjectuiv, id, name, 1)) return null;
    var found = ri() >>> 0;
    return record.target === 0x8C88 ? found : found !== 0 ? 1 : 0;
  },

  bindSampler(unit, sampler) {
    if (arguments.length < 2) few('bindSampler', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, sampler, SAMPLER);
    if (id >= 0) command(s, OP_bindSampler, unit, id);
  },

  fenceSync(condition, flags) {
    if (arguments.length < 2) few('fenceSync', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (condition !== 0x9117 || flags !== 0) {
      fail(s, condition !== 0x9117 ? INVALID_ENUM : INVALID_VALUE);
      return null;
    }
    var record = {
      owner: s, id: ++s.ids[SYNC], kind: SYNC, gone: false, object: null, turn: turn, signaled: false, uses: 0, label: ''
    };
    record.object = make(types[SYNC], record);
    s.objects[SYNC][record.id] = record;
    room(s, 4);
    I[p] = OP_fenceSync | 4 << 10;
    I[p + 1] = record.id;
    I[p + 2] = condition;
    I[p + 3] = flags;
    p += 4;
    return record.object;
  },

  clientWaitSync(sync, flags, timeout) {
    if (arguments.length < 3) few('clientWaitSync', 3, arguments.length);
    var s = this[$];
    if (s.lost) return 0x911D;
    var id = idOf(s, sync, SYNC);
    if (id < 0) return 0x911D;
    if (flags & ~1) {
      fail(s, INVALID_VALUE);
      return 0x911D;
    }
    if (timeout > 0 || timeout < -1) {
      fail(s, INVALID_OPERATION);
      return 0x911D;
    }
    return isSignaled(s, sync[$]) ? 0x911A : 0x911B;
  },

  waitSync(sync, flags, timeout) {
    if (arguments.length < 3) few('waitSync', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOf(s, sync, SYNC);
    if (id < 0) return;
    if (flags !== 0 || timeout !== -1) fail(s, INVALID_VALUE);
    // One thread draws everything: what came before has been drawn before.
  },

  getSyncParameter(sync, name) {
    if (arguments.length < 2) few('getSyncParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (idOf(s, sync, SYNC) < 0) return null;
    switch (name) {
      case 0x9112: return 0x9116;
      case 0x9113: return 0x9117;
      case 0x9114: return isSignaled(s, sync[$]) ? 0x9119 : 0x9118;
      case 0x9115: return 0;
    }
    fail(s, INVALID_ENUM);
    return null;
  },

  bindTransformFeedback(target, feedback) {
    if (arguments.length < 2) few('bindTransformFeedback', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, feedback, TRANSFORM_FEEDBACK);
    if (id < 0) return;
    if (target !== 0x8E22) {
      fail(s, INVALID_ENUM);
      return;
    }
    var now = feedbackState(s);
    if (now.active && !now.paused) {
      fail(s, INVALID_OPERATION);
      return;
    }
    s.feedback = id === 0 ? null : feedback[$];
    command(s, OP_bindTransformFeedback, target, id);
  },

  beginTransformFeedback(mode) {
    if (arguments.length < 1) few('beginTransformFeedback', 1, 0);
    var s = this[$];
    if (s.lost) return;
    if (!s.program) {
      fail(s, INVALID_OPERATION);
      return;
    }
    checkedFeedback(s, OP_beginTransformFeedback, [mode], function (state) {
      state.active = true;
      state.paused = false;
      state.program = s.program;
    });
  },

  endTransformFeedback() {
    var s = this[$];
    if (s.lost) return;
    checkedFeedback(s, OP_endTransformFeedback, [], function (state) {
      state.active = false;
      state.paused = false;
      state.program = null;
    });
  },

  pauseTransformFeedback() {
    var s = this[$];
    if (!s.lost) checkedFeedback(s, OP_pauseTransformFeedback, [], function (state) { state.paused = true; });
  },

  resumeTransformFeedback() {
    var s = this[$];
    if (s.lost) return;
    var state = feedbackState(s);
    if (state.program !== s.program) {
      fail(s, INVALID_OPERATION);
      return;
    }
    checkedFeedback(s, OP_resumeTransformFeedback, [], function () { state.paused = false; });
  }
});

function feedbackState(s) {
  return s.feedback || s.defaultFeedback || (s.defaultFeedback = { active: false, paused: false, program: null });
}

// These are rare, so the driver is asked whether it took them.
function checkedFeedback(s, op, a, then) {
  drain(s);
  a = a.map(Number);
  var from = begin(s, 4);
  a.forEach(function (n) { I[p++] = n; });
  end(from, op);
  if (!drain(s)) then(feedbackState(s));
}

// Both occlusion queries share a place: only one of them may run.
function queryPlace(target) {
  return target === 0x8D6A ? 0x8C2F : target;
}

// Counts the page's tasks, as far as anyone asks.
var turn = 0, turning = false;

function waitATurn() {
  if (turning) return;
  turning = true;
  env.later(function () {
    turning = false;
    turn++;
  }, 0);
}

function isSignaled(s, record) {
  if (!record.signaled && record.turn === turn) {
    waitATurn();
    return false;
  }
  if (!record.signaled) {
    record.signaled = ask(s, OP_getSynciv, record.id, 0x9114) && ri() === 0x9119;
    if (!record.signaled) waitATurn();
  }
  return record.signaled;
}

// A buffer holds indices or other data for all its life: WebGL 1, 6.1, and WebGL 2, 5.1.
function mayBind(s, target, record) {
  if (target === 0x8893) {
    if (record.use === 'data') return false;
    record.use = 'indices';
    return true;
  }
  if (target === 0x8F36 || target === 0x8F37) {
    if (!record.use) record.use = 'copies';
    return true;
  }
  if (record.use === 'indices') return false;
  if (!record.use || record.use === 'copies') record.use = 'data';
  return true;
}

// Half a GB in one piece is more than the way to the driver should carry.
function isTooMuch(s, view, size) {
  if (!view || size <= 0x20000000) return false;
  fail(s, OUT_OF_MEMORY);
  return true;
}

// A view of an argument that holds bytes; null when it holds none.
function viewOf(content) {
  if (ArrayBuffer.isView(content)) return content;
  if (content instanceof ArrayBuffer || isSharedBuffer(content)) return new Uint8Array(content);
  if (Object.prototype.toString.call(content) === '[object ArrayBuffer]') return new Uint8Array(content);
  return null;
}

function isSharedBuffer(content) {
  return typeof SharedArrayBuffer !== 'undefined' && content instanceof SharedArrayBuffer;
}

// The part of a view that an offset and a length in elements name, in bytes; null after an error.
function partOf(s, view, offset, length) {
  var size = view.BYTES_PER_ELEMENT || 1;
  var total = view.byteLength / size;
  offset = toCount(offset);
  length = toCount(length);
  if (offset > total || length > total - offset) {
    fail(s, INVALID_VALUE);
    return null;
  }
  return [offset * size, (length || total - offset) * size];
}

function toCount(n) {
  n = Math.trunc(+n);
  if (!isFinite(n)) return 0;
  n %= 18446744073709551616;
  return n < 0 ? n + 18446744073709551616 : n;
}

// Offsets into buffers: the driver takes any number for an address.
['vertexAttribPointer', 'vertexAttribIPointer', 'drawElements', 'drawElementsInstanced', 'drawRangeElements'].forEach(function (name) {
  var real = plain[name], at = { vertexAttribPointer: 5, vertexAttribIPointer: 4, drawRangeElements: 5 }[name] || 3;
  own[name] = { [name]() {
    if (arguments[at] < 0) {
      var s = this[$];
      if (!s.lost) fail(s, INVALID_VALUE);
      return;
    }
    real.apply(this, arguments);
  } }[name];
});
