// Compressed textures: from memory and from buffers.

Object.assign(own, {
  compressedTexImage2D(target, level, internal, width, height, border) {
    if (arguments.length < 7) few('compressedTexImage2D', 7, arguments.length);
    compressed(this[$], OP_compressedTexImage2D, [target, level, internal, width, height, border], arguments, 6, internal);
  },
  compressedTexSubImage2D(target, level, x, y, width, height, format) {
    if (arguments.length < 8) few('compressedTexSubImage2D', 8, arguments.length);
    compressed(this[$], OP_compressedTexSubImage2D, [target, level, x, y, width, height, format], arguments, 7, format);
  },
  compressedTexImage3D(target, level, internal, width, height, depth, border) {
    if (arguments.length < 8) few('compressedTexImage3D', 8, arguments.length);
    compressed(this[$], OP_compressedTexImage3D, [target, level, internal, width, height, depth, border], arguments, 7, internal);
  },
  compressedTexSubImage3D(target, level, x, y, z, width, height, depth, format) {
    if (arguments.length < 10) few('compressedTexSubImage3D', 10, arguments.length);
    compressed(this[$], OP_compressedTexSubImage3D, [target, level, x, y, z, width, height, depth, format], arguments, 9, format);
  }
});

function compressed(s, op, a, all, at, format) {
  if (s.lost) return;
  a = a.map(Number);
  if (compressedFormats(s).indexOf(format >>> 0) < 0) {
    fail(s, INVALID_ENUM);
    return;
  }
  var source = all[at];
  var from;
  if (typeof source === 'number') {
    if (!s.buffers[0x88EC]) {
      fail(s, INVALID_OPERATION);
      return;
    }
    var offset = +all[at + 1];
    from = begin(s, a.length + 6);
    for (var k = 0; k < a.length; k++) I[p++] = a[k];
    I[p++] = source;
    I[p++] = OFFSET;
    long(offset);
    end(from, op);
    return;
  }
  if (!ArrayBuffer.isView(source)) throw new TypeError('Not a view of an ArrayBuffer');
  if (s.buffers[0x88EC]) {
    fail(s, INVALID_OPERATION);
    return;
  }
  var part = partOf(s, source, all[at + 1] || 0, all[at + 2] || 0);
  if (part === null || isTooMuch(s, source, part[1])) return;
  from = begin(s, a.length + 6 + dataWords(part[1]));
  for (var k = 0; k < a.length; k++) I[p++] = a[k];
  I[p++] = part[1];
  data(source, part[0], part[1]);
  end(from, op);
}
