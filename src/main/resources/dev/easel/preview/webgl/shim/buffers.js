// Buffers: what is bound where, what they hold.

// What this file and its neighbours know about a context that begins.
function freshBindings(s) {
  // By kind, then by id.
  s.deleted = [];
  s.deletions = 0;
  // By bufferSlot.
  s.slots = [null, null, null, null, null, null, null];
  s.defaultArray = {};
  s.defaultFeedback = {};
}

// The context's binding points; that of indices belongs to the vertex array. -1 for none of them.
function bufferSlot(s, target) {
  if (target === 0x8892) return 0;
  if (s.version === 1) return -1;
  switch (target) {
    case 0x8F36: return 1;
    case 0x8F37: return 2;
    case 0x88EB: return 3;
    case 0x88EC: return 4;
    case 0x8C8E: return 5;
    case 0x8A11: return 6;
  }
  return -1;
}

function bufferBound(s, target) {
  if (target === 0x8893) return arrayState(s).elements || null;
  var slot = bufferSlot(s, target);
  return slot < 0 ? null : s.slots[slot];
}

function noteBuffer(s, target, record) {
  if (target === 0x8893) {
    arrayState(s).elements = record;
    return;
  }
  var slot = bufferSlot(s, target);
  if (slot < 0) return;
  s.slots[slot] = record;
  if (slot === 3 || slot === 4) s.buffers[target] = record;
}

// A deleted buffer leaves what is bound now; vertex arrays and feedbacks that are not keep it.
function unbindBuffer(s, record) {
  for (var k = 0; k < s.slots.length; k++) if (s.slots[k] === record) s.slots[k] = null;
  for (var target in s.buffers) if (s.buffers[target] === record) s.buffers[target] = null;
  if (arrayState(s).elements === record) arrayState(s).elements = null;
  forgetPlaces(feedbackState(s), record);
}

// A buffer holds indices or other data for all its life: WebGL 1, 6.1, and WebGL 2, 5.1.
function mayBind(target, record) {
  if (target === 0x8893) {
    if (record.use === 'data') return false;
    record.use = 'indices';
    return true;
  }
  if (target === 0x8F36 || target === 0x8F37) {
    if (!record.use) record.use = 'data';
    return true;
  }
  if (record.use === 'indices') return false;
  record.use = 'data';
  return true;
}

// The id of a buffer that may be bound there; -1 after an error.
function bindable(s, target, buffer) {
  var id = idOrNull(s, buffer, BUFFER);
  if (id > 0 && !mayBind(target, buffer[$])) {
    fail(s, INVALID_OPERATION);
    return -1;
  }
  return id;
}

// Whether the content of what is bound may be made anew: not while a feedback that runs, bound or
// not, writes to it.
function isFed(s, target) {
  var record = bufferBound(s, target);
  if (record === null || !record.feeding) return false;
  fail(s, INVALID_OPERATION);
  return true;
}

Object.assign(own, {
  bindBuffer(target, buffer) {
    if (arguments.length < 2) few('bindBuffer', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    target = +target;
    var id = bindable(s, target, buffer);
    if (id < 0) return;
    noteBuffer(s, target, id === 0 ? null : buffer[$]);
    if (s !== cur || p > END) room(s, 3);
    I[p] = OP_bindBuffer | 3 << 10;
    I[p + 1] = target;
    I[p + 2] = id;
    p += 3;
  },

  bindBufferBase(target, index, buffer) {
    if (arguments.length < 3) few('bindBufferBase', 3, arguments.length);
    var s = this[$];
    if (s.lost || bindable(s, target, buffer) < 0) return;
    if (mayPlace(s, target, index)) notePlace(s, target, index, buffer);
    plain.bindBufferBase.call(this, target, index, buffer);
  },

  bindBufferRange(target, index, buffer, offset, size) {
    if (arguments.length < 5) few('bindBufferRange', 5, arguments.length);
    var s = this[$];
    if (s.lost || bindable(s, target, buffer) < 0) return;
    var step = target === 0x8A11 ? limit(s, 0x8A34) : 4;
    var fits = !buffer || offset >= 0 && size > 0 && offset % step === 0 && (target === 0x8A11 || size % 4 === 0);
    if (fits && mayPlace(s, target, index)) notePlace(s, target, index, buffer);
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
    if (isFed(s, target) || isTooMuch(s, view, size)) return;
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

  copyBufferSubData(source, target, from, to, size) {
    if (arguments.length < 5) few('copyBufferSubData', 5, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var a = bufferBound(s, source), b = bufferBound(s, target);
    // Indices are checked when they are drawn with, so nothing else may be among them.
    if (a && b && (a.use === 'indices') !== (b.use === 'indices')) {
      fail(s, INVALID_OPERATION);
      return;
    }
    plain.copyBufferSubData.call(this, source, target, from, to, size);
  }
});

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
