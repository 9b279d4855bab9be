// Content of textures: from memory and from buffers; pictures are in pictures.js.

// Writes an upload from memory. a: the function's whole numbers; is3D says which.
function upload(s, op, a, is3D, view, offset, width, height, depth, format, type) {
  var size = 0;
  a = a.map(Number);
  if (view !== null) {
    var there = view.byteLength - offset;
    var needed = imageBytes(s, is3D, width, height, depth, format, type);
    var row = s.store[0x0CF2] || width;
    if (there < needed || needed > 0 && row < s.store[0x0CF4] + width) {
      fail(s, INVALID_OPERATION);
      return;
    }
    // Of what is unknown here the driver gets something, and names the error.
    size = needed || Math.min(there, 16);
  }
  if (isTooMuch(s, view, size)) return;
  var from = begin(s, a.length + 6 + (view !== null ? dataWords(size) : 1));
  for (var k = 0; k < a.length; k++) I[p++] = a[k];
  if (!is3D) I[p++] = flags(s);
  if (view !== null && size > 0) data(view, offset, size);
  else I[p++] = NULL;
  end(from, op);
}

function uploadOffset(s, op, a, is3D, offset) {
  offset = +offset;
  if (!s.buffers[0x88EC] || flags(s) !== 0) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (offset < 0) {
    fail(s, INVALID_VALUE);
    return;
  }
  var from = begin(s, a.length + 6);
  for (var k = 0; k < a.length; k++) I[p++] = a[k];
  if (!is3D) I[p++] = 0;
  I[p++] = OFFSET;
  long(offset || 0);
  end(from, op);
}

// The view that is to be uploaded, checked; undefined after an error.
function uploadView(s, view, type) {
  if (view !== null && view !== undefined && !ArrayBuffer.isView(view)) throw new TypeError('Not a view of an ArrayBuffer');
  if (s.buffers[0x88EC]) {
    fail(s, INVALID_OPERATION);
    return undefined;
  }
  if (view === null || view === undefined) return null;
  if (!fits(view, type)) {
    fail(s, INVALID_OPERATION);
    return undefined;
  }
  return view;
}

function elementOffset(s, view, elements) {
  var offset = toCount(elements) * (view.BYTES_PER_ELEMENT || 1);
  if (offset > view.byteLength) {
    fail(s, INVALID_OPERATION);
    return -1;
  }
  return offset;
}

// What is no object stands for an offset in a buffer.
function isOffset(s, source) {
  return s.version === 2 && source !== null && source !== undefined && typeof source !== 'object' && typeof source !== 'function';
}

// The forms that every function has besides the short one of pictures. size: three numbers; which,
// head, tail: see uploadPicture.
function uploadAny(s, op, which, head, size, tail, source, elements) {
  var is3D = (which & 1) !== 0;
  // Converting may run the page's own code, which must not happen in the middle of a command.
  head = head.map(Number);
  size = size.map(Number);
  tail = tail.map(Number);
  var format = tail[tail.length - 2], type = tail[tail.length - 1];
  if (s.version === 2 && isPicture(source)) {
    uploadPicture(s, which, head, size[0] | 0, size[1] | 0, size[2] | 0, tail, source);
    return;
  }
  var a = head.concat(is3D ? size : [size[0], size[1]], tail);
  if (isOffset(s, source)) {
    uploadOffset(s, op, a, is3D, source);
    return;
  }
  var view = uploadView(s, source, type);
  if (view === undefined) return;
  if (view === null && which & 2) {
    fail(s, INVALID_VALUE);
    return;
  }
  if (view !== null && is3D && flags(s) !== 0) {
    fail(s, INVALID_OPERATION);
    return;
  }
  var offset = view !== null && elements !== undefined ? elementOffset(s, view, elements) : 0;
  if (offset >= 0) upload(s, op, a, is3D, view, offset, size[0] | 0, size[1] | 0, size[2] | 0, format, type);
}

Object.assign(own, {
  texImage2D(target, level, internal, a3, a4, a5, a6, a7, source, offset) {
    var n = arguments.length;
    if (n < 6 || n === 7 || n === 8) few('texImage2D', 6, n);
    var s = this[$];
    if (s.lost) return;
    if (n === 6) uploadPicture(s, 0, [target, level, internal], -1, -1, 1, [0, a3, a4], a5);
    else uploadAny(s, OP_texImage2D, 0, [target, level, internal], [a3, a4, 1], [a5, a6, a7], source, offset);
  },

  texSubImage2D(target, level, x, y, a4, a5, a6, a7, source, offset) {
    var n = arguments.length;
    if (n < 7 || n === 8) few('texSubImage2D', 7, n);
    var s = this[$];
    if (s.lost) return;
    if (n === 7) uploadPicture(s, 2, [target, level, x, y], -1, -1, 1, [a4, a5], a6);
    else uploadAny(s, OP_texSubImage2D, 2, [target, level, x, y], [a4, a5, 1], [a6, a7], source, offset);
  },

  texImage3D(target, level, internal, width, height, depth, border, format, type, source, offset) {
    if (arguments.length < 10) few('texImage3D', 10, arguments.length);
    var s = this[$];
    if (s.lost) return;
    uploadAny(s, OP_texImage3D, 1, [target, level, internal], [width, height, depth], [border, format, type], source, offset);
  },

  texSubImage3D(target, level, x, y, z, width, height, depth, format, type, source, offset) {
    if (arguments.length < 11) few('texSubImage3D', 11, arguments.length);
    var s = this[$];
    if (s.lost) return;
    uploadAny(s, OP_texSubImage3D, 3, [target, level, x, y, z], [width, height, depth], [format, type], source, offset);
  }
});
