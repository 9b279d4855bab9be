// Framebuffers, and all that draws.

Object.assign(own, {
  bindFramebuffer(target, framebuffer) {
    if (arguments.length < 2) few('bindFramebuffer', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    target = +target;
    var id = idOrNull(s, framebuffer, FRAMEBUFFER);
    if (id < 0) return;
    if (!isFramebufferTarget(s, target)) {
      fail(s, INVALID_ENUM);
      return;
    }
    var record = id === 0 ? null : framebuffer[$];
    if (target !== 0x8CA8) s.drawFramebuffer = record;
    if (target !== 0x8CA9) s.readFramebuffer = record;
    room(s, 3);
    I[p] = OP_bindFramebuffer | 3 << 10;
    I[p + 1] = target;
    I[p + 2] = id;
    p += 3;
  },

  deleteFramebuffer(framebuffer) {
    var s = this[$];
    if (s.lost) return;
    remove(s, framebuffer, FRAMEBUFFER);
    if (framebuffer && framebuffer[$].gone) {
      if (s.drawFramebuffer === framebuffer[$]) s.drawFramebuffer = null;
      if (s.readFramebuffer === framebuffer[$]) s.readFramebuffer = null;
    }
  },

  getFramebufferAttachmentParameter(target, attachment, name) {
    if (arguments.length < 3) few('getFramebufferAttachmentParameter', 3, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var record = target === 0x8CA8 ? s.readFramebuffer : s.drawFramebuffer;
    if (!isFramebufferTarget(s, target)) {
      fail(s, INVALID_ENUM);
      return null;
    }
    if (record === null) return bufferAttachment(s, target, attachment, name);
    if (!isAttachment(s, attachment)) {
      fail(s, INVALID_ENUM);
      return null;
    }
    if (attachment === 0x821A && s.version === 2) {
      if (!isDepthWithStencil(s, target, record) || name === 0x8211) {
        fail(s, INVALID_OPERATION);
        return null;
      }
      attachment = 0x8D00;
    }
    return checked(s, function () {
      if (!ask(s, OP_getFramebufferAttachmentParameteriv, target, attachment, 0x8CD0, 1)) return null;
      var type = ri();
      if (drain(s)) return null;
      if (name === 0x8CD0) return type;
      if (name === 0x8CD1) {
        if (type === 0) {
          // No object: nothing but its type can be asked for, in WebGL 1 not even its name.
          if (s.version === 1) fail(s, INVALID_ENUM);
          return null;
        }
        var kept = goneButAttached(record, attachment);
        if (kept !== null) return kept.object;
        if (!ask(s, OP_getFramebufferAttachmentParameteriv, target, attachment, name, 1)) return null;
        return nameBound(s, type === 0x8D41 ? RENDERBUFFER : TEXTURE, ri());
      }
      if (type === 0) {
        fail(s, s.version === 1 ? INVALID_ENUM : INVALID_OPERATION);
        return null;
      }
      var isSrgb = name === 0x8210;
      if (isSrgb && s.version === 1 && !s.extensions.EXT_sRGB) {
        fail(s, INVALID_ENUM);
        return null;
      }
      return ask(s, OP_getFramebufferAttachmentParameteriv, target, attachment, name, 1) ? ri() : null;
    });
  },

  framebufferRenderbuffer(target, attachment, kind, renderbuffer) {
    if (arguments.length < 4) few('framebufferRenderbuffer', 4, arguments.length);
    if (!mayAttach(this[$], target, attachment)) return;
    plain.framebufferRenderbuffer.call(this, target, attachment, kind, renderbuffer);
    noteAttached(this[$], target, attachment, renderbuffer);
  },
  framebufferTexture2D(target, attachment, kind, texture, level) {
    if (arguments.length < 5) few('framebufferTexture2D', 5, arguments.length);
    if (!mayAttach(this[$], target, attachment)) return;
    plain.framebufferTexture2D.call(this, target, attachment, kind, texture, level);
    noteAttached(this[$], target, attachment, texture);
  },
  framebufferTextureLayer(target, attachment, texture, level, layer) {
    if (arguments.length < 5) few('framebufferTextureLayer', 5, arguments.length);
    if (!mayAttach(this[$], target, attachment)) return;
    plain.framebufferTextureLayer.call(this, target, attachment, texture, level, layer);
    noteAttached(this[$], target, attachment, texture);
  },

  renderbufferStorage(target, format, width, height) {
    if (arguments.length < 4) few('renderbufferStorage', 4, arguments.length);
    var s = this[$];
    if (s.lost) return;
    if (s.version === 1) {
      var isKnown = format === 0x8056 || format === 0x8057 || format === 0x8D62 || format === 0x81A5 || format === 0x8D48
        || format === 0x84F9 || format === 0x8C43 && s.extensions.EXT_sRGB
        || (format === 0x881A || format === 0x881B) && s.extensions.EXT_color_buffer_half_float
        || format === 0x8814 && s.extensions.WEBGL_color_buffer_float;
      if (!isKnown) {
        fail(s, INVALID_ENUM);
        return;
      }
    }
    plain.renderbufferStorage.call(this, target, format === 0x84F9 ? 0x88F0 : format, width, height);
  },

  renderbufferStorageMultisample(target, samples, format, width, height) {
    if (arguments.length < 5) few('renderbufferStorageMultisample', 5, arguments.length);
    if (format === 0x84F9 && samples > 0) {
      fail(this[$], INVALID_OPERATION);
      return;
    }
    plain.renderbufferStorageMultisample.call(this, target, samples, format === 0x84F9 ? 0x88F0 : format, width, height);
  },

  checkFramebufferStatus(target) {
    if (arguments.length < 1) few('checkFramebufferStatus', 1, 0);
    var s = this[$];
    if (s.lost) return 0x8CDD;
    if (!isFramebufferTarget(s, target)) {
      fail(s, INVALID_ENUM);
      return 0;
    }
    return ask(s, OP_checkFramebufferStatus, target) ? ri() : 0;
  },

  drawBuffers(buffers) {
    if (arguments.length < 1) few('drawBuffers', 1, 0);
    sequence(this[$], OP_drawBuffers, [], buffers, []);
  },
  invalidateFramebuffer(target, attachments) {
    if (arguments.length < 2) few('invalidateFramebuffer', 2, arguments.length);
    sequence(this[$], OP_invalidateFramebuffer, [target], attachments, []);
  },
  invalidateSubFramebuffer(target, attachments, x, y, width, height) {
    if (arguments.length < 6) few('invalidateSubFramebuffer', 6, arguments.length);
    sequence(this[$], OP_invalidateSubFramebuffer, [target], attachments, [x, y, width, height]);
  },

  clearBufferfv(buffer, index, values, offset) {
    if (arguments.length < 3) few('clearBufferfv', 3, arguments.length);
    clearBuffer(this[$], OP_clearBufferfv, buffer, index, values, offset, Float32Array);
  },
  clearBufferiv(buffer, index, values, offset) {
    if (arguments.length < 3) few('clearBufferiv', 3, arguments.length);
    clearBuffer(this[$], OP_clearBufferiv, buffer, index, values, offset, Int32Array);
  },
  clearBufferuiv(buffer, index, values, offset) {
    if (arguments.length < 3) few('clearBufferuiv', 3, arguments.length);
    clearBuffer(this[$], OP_clearBufferuiv, buffer, index, values, offset, Uint32Array);
  },

  finish() {
    var s = this[$];
    if (!s.lost) ask(s, OP_getIntegerv, constants.ACTIVE_TEXTURE, 1);
  },
  flush() { if (!this[$].lost) submit(); }
});

function isFramebufferTarget(s, target) {
  return target === 0x8D40 || s.version === 2 && (target === 0x8CA8 || target === 0x8CA9);
}

function isAttachment(s, attachment) {
  if (attachment === 0x8D00 || attachment === 0x8D20 || attachment === 0x821A || attachment === 0x8CE0) return true;
  if (s.version === 1 && !s.extensions.WEBGL_draw_buffers) return false;
  return attachment > 0x8CE0 && attachment < 0x8D00 && attachment - 0x8CE0 < limit(s, 0x8CDF);
}

function mayAttach(s, target, attachment) {
  if (s.lost) return false;
  if (!isFramebufferTarget(s, target) || !isAttachment(s, attachment)) {
    fail(s, INVALID_ENUM);
    return false;
  }
  if ((target === 0x8CA8 ? s.readFramebuffer : s.drawFramebuffer) === null) {
    fail(s, INVALID_OPERATION);
    return false;
  }
  return true;
}

// What was attached last, because the driver gives the name of a deleted object, which lives on while
// it is attached to something, to the next one.
function noteAttached(s, target, attachment, object) {
  var record = target === 0x8CA8 ? s.readFramebuffer : s.drawFramebuffer;
  if (!record.attached) record.attached = {};
  var places = attachment === 0x821A && s.version === 2 ? [0x8D00, 0x8D20] : [attachment];
  places.forEach(function (place) { record.attached[place] = object ? object[$] : null; });
}

// To be asked where the driver has something.
function goneButAttached(record, attachment) {
  var last = record.attached && record.attached[attachment];
  return last && last.gone ? last : null;
}

// Whether depth and stencil of a framebuffer are one object's, or both nothing's.
function isDepthWithStencil(s, target, record) {
  var found = [0x8D00, 0x8D20].map(function (attachment) {
    return [0x8CD0, 0x8CD1].map(function (name) {
      return ask(s, OP_getFramebufferAttachmentParameteriv, target, attachment, name, 1) ? ri() : 0;
    }).join();
  });
  return found[0] === found[1] && goneButAttached(record, 0x8D00) === goneButAttached(record, 0x8D20);
}

// What can be asked about the drawing buffer as a framebuffer.
function bufferAttachment(s, target, attachment, name) {
  var there = { 0x0405: true, 0x1801: s.attributes.depth, 0x1802: s.attributes.stencil }[attachment];
  if (s.version === 1) {
    fail(s, INVALID_OPERATION);
    return null;
  }
  if (there === undefined) {
    fail(s, INVALID_ENUM);
    return null;
  }
  if (name === 0x8CD0) return there ? 0x8218 : 0;
  if (!there) {
    fail(s, INVALID_OPERATION);
    return null;
  }
  var real = attachment === 0x0405 ? 0x8CE0 : attachment === 0x1801 ? 0x8D00 : 0x8D20;
  if (name < 0x8210 || name > 0x8217) {
    fail(s, INVALID_ENUM);
    return null;
  }
  return ask(s, OP_getFramebufferAttachmentParameteriv, target, real, name, 1) ? ri() : null;
}

function sequence(s, op, head, list, tail) {
  if (s.lost) return;
  list = Array.from(list, function (n) { return n | 0; });
  head = head.map(Number);
  tail = tail.map(Number);
  var from = begin(s, head.length + list.length + tail.length + 2);
  head.forEach(function (n) { I[p++] = n; });
  I[p++] = list.length;
  list.forEach(function (n) { I[p++] = n; });
  tail.forEach(function (n) { I[p++] = n; });
  end(from, op);
}

function clearBuffer(s, op, buffer, index, values, offset, Type) {
  if (s.lost) return;
  buffer = +buffer;
  index = +index;
  var list = values instanceof Type ? values : Type.from(values);
  var start = toCount(offset === undefined ? 0 : offset);
  var needed = buffer === 0x1800 ? 4 : 1;
  if (list.length - start < needed) {
    fail(s, INVALID_VALUE);
    return;
  }
  if (s.drawFramebuffer === null) dirty(s);
  var from = begin(s, 8);
  I[p++] = buffer;
  I[p++] = index;
  var to = Type === Float32Array ? F : I;
  for (var k = 0; k < needed; k++) to[p + k] = list[start + k];
  p += needed;
  end(from, op);
}
