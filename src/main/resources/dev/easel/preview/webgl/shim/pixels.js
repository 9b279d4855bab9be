// Pixels in memory: how large they are, and how pixelStorei lays them out.

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

// What the driver is to do to the rows: 1 turns them round, 2 multiplies colours by alpha.
function flags(s) { return (s.flip ? 1 : 0) | (s.premultiply ? 2 : 0); }

// How many bytes an image takes in memory, by what pixelStorei has set; some of it is for 3D alone.
function imageBytes(s, is3D, width, height, depth, format, type) {
  var pixel = pixelBytes(format, type);
  if (pixel === 0 || width <= 0 || height <= 0 || depth <= 0) return 0;
  var u = s.store;
  var row = (u[0x0CF2] || width) * pixel;
  var stride = Math.ceil(row / u[0x0CF5]) * u[0x0CF5];
  var perImage = is3D && u[0x806E] || height;
  var rows = (depth - 1) * perImage + height;
  var skipped = u[0x0CF4] * pixel + (u[0x0CF3] + (is3D ? u[0x806D] * perImage : 0)) * stride;
  return skipped + (rows - 1) * stride + width * pixel;
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
  }
});
