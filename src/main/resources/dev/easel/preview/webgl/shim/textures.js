// Content of textures: from memory, from buffers, from pictures; and pixels read back.

function isInteger2(type) { return type >= 0x8033; }

// Bytes of a pixel; 0 for what is unknown here, which the driver refuses.
function pixelBytes(format, type) {
  var components = {
    0x1903: 1, 0x1906: 1, 0x1909: 1, 0x8D94: 1, 0x1902: 1, 0x84F9: 1, 0x190A: 2, 0x8227: 2, 0x8228: 2,
    0x1907: 3, 0x8D98: 3, 0x8C40: 3, 0x1908: 4, 0x8D99: 4, 0x8C42: 4
  }[format] || 0;
  switch (type) {
    case 0x1400: case 0x1401: return components;
    case 0x1402: case 0x1403: case 0x140B: case 0x8D61: return components * 2;
    case 0x1404: case 0x1405: case 0x1406: return components * 4;
    case 0x8033: case 0x8034: case 0x8363: return 2;
    case 0x8368: case 0x8C3B: case 0x8C3E: case 0x84FA: return 4;
    case 0x8DAD: return 8;
    default: return 0;
  }
}

// Whether a view is of the kind that pixels of a type need: WebGL 1, 5.14.8.
function fits(view, type) {
  switch (type) {
    case 0x1400: return view instanceof Int8Array;
    case 0x1401: return view instanceof Uint8Array || view instanceof Uint8ClampedArray;
    case 0x1402: return view instanceof Int16Array;
    case 0x1403: case 0x8033: case 0x8034: case 0x8363: case 0x140B: case 0x8D61: return view instanceof Uint16Array;
    case 0x1404: return view instanceof Int32Array;
    case 0x1405: case 0x8368: case 0x8C3B: case 0x8C3E: case 0x84FA: return view instanceof Uint32Array;
    case 0x1406: return view instanceof Float32Array;
    case 0x8DAD: return false;
    default: return true;
  }
}

function flags(s) { return (s.flip ? 1 : 0) | (s.premultiply ? 2 : 0); }

// How many bytes an image takes in memory, by what pixelStorei has set.
function imageBytes(s, width, height, depth, format, type) {
  var pixel = pixelBytes(format, type);
  if (pixel === 0 || width <= 0 || height <= 0 || depth <= 0) return 0;
  var u = s.store;
  var row = (u[0x0CF2] || width) * pixel;
  var stride = Math.ceil(row / u[0x0CF5]) * u[0x0CF5];
  var rows = (depth - 1) * (u[0x806E] || height) + height;
  var skipped = u[0x0CF4] * pixel + u[0x0CF3] * stride + (depth > 1 || u[0x806D] ? u[0x806D] * (u[0x806E] || height) * stride : 0);
  return skipped + (rows - 1) * stride + width * pixel;
}

// Writes an upload from memory. a: the function's whole numbers; is3D says which.
function upload(s, op, a, is3D, view, offset, width, height, depth, format, type) {
  var size = 0;
  a = a.map(Number);
  if (view !== null) {
    var there = view.byteLength - offset;
    var needed = imageBytes(s, width, height, depth, format, type);
    if (there < needed) {
      fail(s, INVALID_OPERATION);
      return;
    }
    size = Math.min(there, needed);
    if (size === 0) size = Math.min(there, 16);
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
  a = a.map(Number);
  if (!s.buffers[0x88EC] || flags(s) !== 0) {
    fail(s, INVALID_OPERATION);
    return;
  }
  var from = begin(s, a.length + 6);
  for (var k = 0; k < a.length; k++) I[p++] = a[k];
  if (!is3D) I[p++] = 0;
  I[p++] = OFFSET;
  long(offset);
  end(from, op);
}

// The view that is to be uploaded, checked; undefined after an error.
function uploadView(s, view, type) {
  if (s.buffers[0x88EC]) {
    fail(s, INVALID_OPERATION);
    return undefined;
  }
  if (view === null || view === undefined) return null;
  if (!ArrayBuffer.isView(view)) throw new TypeError('Not a view of an ArrayBuffer');
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

// ---- pictures ----

var scratch = null;

// The pixels of a picture, not premultiplied, top row first: {width, height, data}; null after an error.
function pixelsOf(s, source) {
  if (source instanceof ImageData) return source;
  var width, height;
  if (source instanceof HTMLImageElement) {
    if (!source.complete || source.naturalWidth === 0) return { width: source.naturalWidth, height: source.naturalHeight, data: new Uint8ClampedArray(0) };
    width = source.naturalWidth;
    height = source.naturalHeight;
  } else if (source instanceof HTMLVideoElement) {
    width = source.videoWidth;
    height = source.videoHeight;
  } else if (source instanceof HTMLCanvasElement || isBitmap(source)) {
    width = source.width;
    height = source.height;
  } else if (source && source.tagName === 'image') {
    width = source.width;
    height = source.height;
  } else {
    throw new TypeError('Not a picture');
  }
  if (width === 0 || height === 0) return { width: width, height: height, data: new Uint8ClampedArray(0) };
  if (source instanceof HTMLCanvasElement) {
    var other = source[$];
    if (other instanceof State) bring(other);
    var screen = other instanceof State ? other.screen : env.getContext.call(source, '2d');
    if (screen) return readPicture(screen, width, height);
  }
  if (scratch === null) {
    scratch = env.getContext.call(env.createElement('canvas'), '2d', { willReadFrequently: true });
  }
  var canvas = scratch.canvas;
  if (canvas.width < width) canvas.width = width;
  if (canvas.height < height) canvas.height = height;
  scratch.clearRect(0, 0, width, height);
  env.drawImage.call(scratch, source, 0, 0, width, height);
  return readPicture(scratch, width, height);
}

function isBitmap(source) {
  return typeof ImageBitmap !== 'undefined' && source instanceof ImageBitmap;
}

function readPicture(screen, width, height) {
  try {
    return env.getImageData.call(screen, 0, 0, width, height);
  } catch (e) {
    throw new DOMException('The picture comes from elsewhere and may not be read', 'SecurityError');
  }
}

// A picture for texImage2D and the like. width < 0: as large as the picture.
function uploadPicture(s, which, head, width, height, depth, tail, source) {
  if (s.buffers[0x88EC]) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (source === null || source === undefined) throw new TypeError('Not a picture');
  head = head.map(Number);
  tail = tail.map(Number);
  var picture = pixelsOf(s, source);
  if (picture === null) return;
  if (picture.data.length === 0 && !(source instanceof ImageData) && picture.width === 0 && source instanceof HTMLImageElement) {
    fail(s, INVALID_VALUE);
    return;
  }
  if (width === -1 && height === -1) {
    width = picture.width;
    height = picture.height;
  }
  if (width < 0 || height < 0 || depth < 0) {
    fail(s, INVALID_VALUE);
    return;
  }
  var pixels = picture.data;
  // pixelStorei also chooses a part of a picture: WebGL 2, 3.7.6.
  var skipX = s.version === 2 ? s.store[0x0CF4] : 0, skipY = s.version === 2 ? s.store[0x0CF3] : 0;
  var perImage = s.version === 2 && s.store[0x806E] || height;
  var skipRows = skipY + (s.version === 2 ? s.store[0x806D] * perImage : 0);
  var neededRows = skipRows + (depth - 1) * perImage + height;
  if (width > 0 && height > 0 && (skipX + width > picture.width || neededRows > picture.height)) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (skipX || skipRows || width !== picture.width || height * depth !== picture.height) {
    pixels = cutOut(picture, skipX, skipRows, width, height, depth, perImage, s.flip);
  }
  var isBitmapSource = isBitmap(source);
  var f = isBitmapSource ? 0 : flags(s);
  var size = pixels.length;
  if (isTooMuch(s, pixels, size)) return;
  var from = begin(s, head.length + tail.length + 12 + dataWords(size));
  I[p++] = which;
  I[p++] = f;
  for (var k = 0; k < head.length; k++) I[p++] = head[k];
  I[p++] = width;
  I[p++] = height;
  if (which & 1) I[p++] = depth;
  for (var m = 0; m < tail.length; m++) I[p++] = tail[m];
  I[p++] = width;
  I[p++] = height;
  I[p++] = depth;
  data(pixels, 0, size);
  end(from, OP_texImageFrom);
}

// With UNPACK_FLIP_Y the rows are counted from the bottom.
function cutOut(picture, x, y, width, height, depth, perImage, flip) {
  var out = new Uint8ClampedArray(width * height * depth * 4);
  for (var z = 0; z < depth; z++) {
    for (var row = 0; row < height; row++) {
      var at = y + z * perImage + row;
      var from = flip ? picture.height - 1 - (y + z * perImage + height - 1 - row) : at;
      from = (from * picture.width + x) * 4;
      out.set(picture.data.subarray(from, from + width * 4), (z * height + row) * width * 4);
    }
  }
  return out;
}

Object.assign(own, {
  pixelStorei(name, value) {
    if (arguments.length < 2) few('pixelStorei', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    switch (name) {
      case constants.UNPACK_FLIP_Y_WEBGL: s.flip = !!value; return;
      case constants.UNPACK_PREMULTIPLY_ALPHA_WEBGL: s.premultiply = !!value; return;
      case constants.UNPACK_COLORSPACE_CONVERSION_WEBGL:
        if (value === BROWSER_DEFAULT_WEBGL || value === 0) s.colorspace = value;
        else fail(s, INVALID_VALUE);
        return;
    }
    var isKnown = s.version === 2 ? name in s.store : name === 0x0CF5 || name === 0x0D05;
    if (!isKnown) {
      fail(s, INVALID_ENUM);
      return;
    }
    value |= 0;
    var isAlignment = name === 0x0CF5 || name === 0x0D05;
    if (isAlignment ? value !== 1 && value !== 2 && value !== 4 && value !== 8 : value < 0) {
      fail(s, INVALID_VALUE);
      return;
    }
    s.store[name] = value;
    command(s, OP_pixelStorei, name, value);
  },

  texImage2D(target, level, internal, a3, a4, a5, a6, a7, a8, a9) {
    var n = arguments.length;
    if (n < 6 || n === 7 || n === 8) few('texImage2D', 6, n);
    var s = this[$];
    if (s.lost) return;
    if (n === 6) {
      uploadPicture(s, 0, [target, level, internal], -1, -1, 1, [0, a3, a4], a5);
      return;
    }
    var a = [target, level, internal, a3, a4, a5, a6, a7];
    if (s.version === 2 && typeof a8 === 'number') {
      uploadOffset(s, OP_texImage2D, a, false, a8);
    } else if (s.version === 2 && isPicture(a8)) {
      uploadPicture(s, 0, [target, level, internal], a3 | 0, a4 | 0, 1, [a5, a6, a7], a8);
    } else {
      var view = uploadView(s, a8, a7);
      if (view === undefined) return;
      var offset = view !== null && n > 9 ? elementOffset(s, view, a9) : 0;
      if (offset >= 0) upload(s, OP_texImage2D, a, false, view, offset, a3 | 0, a4 | 0, 1, a6, a7);
    }
  },

  texSubImage2D(target, level, x, y, a4, a5, a6, a7, a8, a9) {
    var n = arguments.length;
    if (n < 7 || n === 8) few('texSubImage2D', 7, n);
    var s = this[$];
    if (s.lost) return;
    if (n === 7) {
      uploadPicture(s, 2, [target, level, x, y], -1, -1, 1, [a4, a5], a6);
      return;
    }
    var a = [target, level, x, y, a4, a5, a6, a7];
    if (s.version === 2 && typeof a8 === 'number') {
      uploadOffset(s, OP_texSubImage2D, a, false, a8);
    } else if (s.version === 2 && isPicture(a8)) {
      uploadPicture(s, 2, [target, level, x, y], a4 | 0, a5 | 0, 1, [a6, a7], a8);
    } else {
      var view = uploadView(s, a8, a7);
      if (view === undefined) return;
      if (view === null) {
        fail(s, INVALID_VALUE);
        return;
      }
      var offset = n > 9 ? elementOffset(s, view, a9) : 0;
      if (offset >= 0) upload(s, OP_texSubImage2D, a, false, view, offset, a4 | 0, a5 | 0, 1, a6, a7);
    }
  },

  texImage3D(target, level, internal, width, height, depth, border, format, type, source, offset) {
    var n = arguments.length;
    if (n < 10) few('texImage3D', 10, n);
    var s = this[$];
    if (s.lost) return;
    var a = [target, level, internal, width, height, depth, border, format, type];
    if (typeof source === 'number') {
      uploadOffset(s, OP_texImage3D, a, true, source);
    } else if (isPicture(source)) {
      uploadPicture(s, 1, [target, level, internal], width | 0, height | 0, depth | 0, [border, format, type], source);
    } else {
      var view = uploadView(s, source, type);
      if (view === undefined) return;
      if (view !== null && flags(s) !== 0) {
        fail(s, INVALID_OPERATION);
        return;
      }
      var at = view !== null && n > 10 ? elementOffset(s, view, offset) : 0;
      if (at >= 0) upload(s, OP_texImage3D, a, true, view, at, width | 0, height | 0, depth | 0, format, type);
    }
  },

  texSubImage3D(target, level, x, y, z, width, height, depth, format, type, source, offset) {
    var n = arguments.length;
    if (n < 11) few('texSubImage3D', 11, n);
    var s = this[$];
    if (s.lost) return;
    var a = [target, level, x, y, z, width, height, depth, format, type];
    if (typeof source === 'number') {
      uploadOffset(s, OP_texSubImage3D, a, true, source);
    } else if (isPicture(source)) {
      uploadPicture(s, 3, [target, level, x, y, z], width | 0, height | 0, depth | 0, [format, type], source);
    } else {
      var view = uploadView(s, source, type);
      if (view === undefined) return;
      if (view === null) {
        fail(s, INVALID_VALUE);
        return;
      }
      if (flags(s) !== 0) {
        fail(s, INVALID_OPERATION);
        return;
      }
      var at = n > 11 ? elementOffset(s, view, offset) : 0;
      if (at >= 0) upload(s, OP_texSubImage3D, a, true, view, at, width | 0, height | 0, depth | 0, format, type);
    }
  },

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
  },

  readPixels(x, y, width, height, format, type, view, offset) {
    if (arguments.length < 7) few('readPixels', 7, arguments.length);
    var s = this[$];
    if (s.lost) return;
    x = +x, y = +y, width = +width, height = +height, format = +format, type = +type;
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

function isPicture(source) {
  return source instanceof ImageData || source instanceof HTMLImageElement || source instanceof HTMLCanvasElement
    || source instanceof HTMLVideoElement || isBitmap(source);
}

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
    a.forEach(function (n) { I[p++] = n; });
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
  a.forEach(function (n) { I[p++] = n; });
  I[p++] = part[1];
  data(source, part[0], part[1]);
  end(from, op);
}

function readIntoBuffer(s, x, y, width, height, format, type, offset) {
  if (!s.buffers[0x88EB]) {
    fail(s, INVALID_OPERATION);
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
  if (width < 0 || height < 0) {
    fail(s, INVALID_VALUE);
    return;
  }
  var start = elementOffset(s, view, elements);
  if (start < 0) return;
  var pixel = pixelBytes(format, type), u = s.store;
  var rowLength = u[0x0D02] || width;
  var stride = Math.ceil(rowLength * pixel / u[0x0D05]) * u[0x0D05];
  var first = u[0x0D03] * pixel * 0 + u[0x0D04] * pixel + u[0x0D03] * stride;
  if (u[0x0D02] > 0 && u[0x0D02] < width + u[0x0D04]) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (pixel > 0 && width > 0 && height > 0 && first + stride * (height - 1) + width * pixel > view.byteLength - start) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (!ask(s, OP_readPixels, x, y, width, height, format, type)) return;
  var columns = ri(), rows = ri(), got = ri();
  if (got === 0 || pixel === 0) return;
  var at = r * 4;
  var to = new Uint8Array(view.buffer, view.byteOffset + start, view.byteLength - start);
  // Only what lies inside the framebuffer is written.
  var left = Math.max(0, -x), bottom = Math.max(0, -y);
  for (var row = 0; row < rows; row++) {
    var source = at + ((bottom + row) * width + left) * pixel;
    to.set(RB.subarray(source, source + columns * pixel), first + (bottom + row) * stride + left * pixel);
  }
}
