// Pixels read back, into memory and into buffers.

Object.assign(own, {
  readPixels(x, y, width, height, format, type, view, offset) {
    if (arguments.length < 7) few('readPixels', 7, arguments.length);
    var s = this[$];
    if (s.lost) return;
    x = +x, y = +y, width = +width, height = +height, format = +format, type = +type;
    // Neither depth nor stencil can be read, though the driver knows how.
    if (type === 0x84FA || type === 0x8DAD || format === 0x1902 || format === 0x84F9) {
      fail(s, INVALID_ENUM);
      return;
    }
    if (typeof view === 'number' && s.version === 2) {
      readIntoBuffer(s, x, y, width, height, format, type, view);
      return;
    }
    if (view === null || view === undefined) {
      if (view === undefined) throw new TypeError('Not a view of an ArrayBuffer');
      fail(s, INVALID_VALUE);
      return;
    }
    if (!ArrayBuffer.isView(view)) throw new TypeError('Not a view of an ArrayBuffer');
    if (s.buffers[0x88EB]) {
      fail(s, INVALID_OPERATION);
      return;
    }
    readIntoView(s, x | 0, y | 0, width | 0, height | 0, format, type, view, arguments.length > 7 ? offset : 0);
  }
});

function readIntoBuffer(s, x, y, width, height, format, type, offset) {
  if (!s.buffers[0x88EB]) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (offset < 0) {
    fail(s, INVALID_VALUE);
    return;
  }
  var from = begin(s, 10);
  I[p++] = x;
  I[p++] = y;
  I[p++] = width;
  I[p++] = height;
  I[p++] = format;
  I[p++] = type;
  long(offset);
  end(from, OP_readPixels);
}

function readIntoView(s, x, y, width, height, format, type, view, elements) {
  if (!fits(view, type)) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (width < 0 || height < 0 || toCount(elements) * (view.BYTES_PER_ELEMENT || 1) > view.byteLength) {
    fail(s, INVALID_VALUE);
    return;
  }
  var start = elementOffset(s, view, elements);
  if (start < 0) return;
  var pixel = pixelBytes(format, type), u = s.store;
  var rowLength = u[0x0D02] || width;
  var stride = Math.ceil(rowLength * pixel / u[0x0D05]) * u[0x0D05];
  var first = u[0x0D04] * pixel + u[0x0D03] * stride;
  if (rowLength < width + u[0x0D04]) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (pixel > 0 && width > 0 && height > 0 && first + stride * (height - 1) + width * pixel > view.byteLength - start) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (!ask(s, OP_readPixels, x, y, width, height, format, type)) return;
  var columns = ri(), rows = ri(), got = ri();
  if (got === 0 || pixel === 0 || columns <= 0 || rows <= 0) return;
  var at = r * 4;
  var to = new Uint8Array(view.buffer, view.byteOffset + start, view.byteLength - start);
  if (columns === width && rows === height && stride === width * pixel) {
    to.set(RB.subarray(at, at + stride * rows), first);
    return;
  }
  // Only what lies inside the framebuffer is written.
  var left = Math.max(0, -x), bottom = Math.max(0, -y);
  for (var row = 0; row < rows; row++) {
    var source = at + ((bottom + row) * width + left) * pixel;
    to.set(RB.subarray(source, source + columns * pixel), first + (bottom + row) * stride + left * pixel);
  }
}
