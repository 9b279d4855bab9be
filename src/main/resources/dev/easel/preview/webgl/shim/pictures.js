// Pictures as the content of textures: images, canvases, bitmaps, films and pixels of ImageData.

var scratch = null;

function isBitmap(source) {
  return typeof ImageBitmap !== 'undefined' && source instanceof ImageBitmap;
}

function isPicture(source) {
  return source instanceof ImageData || source instanceof HTMLImageElement || source instanceof HTMLCanvasElement
    || source instanceof HTMLVideoElement || isBitmap(source);
}

// How large a picture is, as [width, height]; null after an error.
function pictureSize(s, source) {
  if (source instanceof HTMLVideoElement) return notEmpty(s, source.videoWidth, source.videoHeight);
  if (source instanceof HTMLImageElement) {
    if (!source.complete) return notEmpty(s, 0, 0);
    // A drawing is made as large as the page wants it.
    if (isDrawing(source)) return notEmpty(s, source.width, source.height);
    return notEmpty(s, source.naturalWidth, source.naturalHeight);
  }
  return isBitmap(source) ? notEmpty(s, source.width, source.height) : [source.width, source.height];
}

function isDrawing(image) {
  return image.hasAttribute('width') && image.hasAttribute('height') && /^data:image\/svg|\.svg([?#]|$)/i.test(image.src);
}

// What has no size was not loaded, is broken or was closed.
function notEmpty(s, width, height) {
  if (width > 0 && height > 0) return [width, height];
  fail(s, INVALID_VALUE);
  return null;
}

// Some rows of a picture, not premultiplied, top row first: {width, data, left}, where left is the
// first column that is wanted of those which are there. size: of the whole picture.
function rowsOf(source, size, left, width, top, rows) {
  var kept = source instanceof ImageData ? source : isBitmap(source) ? (env.bitmapInfo(source) || {}).pixels : drawnBy(source, size);
  if (kept) {
    return { width: kept.width, left: left, data: kept.data.subarray(top * kept.width * 4, (top + rows) * kept.width * 4) };
  }
  var screen = source instanceof HTMLCanvasElement ? screenOf(source) : null;
  if (screen) return { width: width, left: 0, data: readPicture(screen, left, top, width, rows) };
  if (scratch === null) {
    scratch = env.getContext.call(env.createElement('canvas'), '2d', { willReadFrequently: true });
  }
  var canvas = scratch.canvas;
  if (canvas.width < width || canvas.height < rows) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, rows);
  }
  scratch.clearRect(0, 0, width, rows);
  env.drawImage.call(scratch, source, -left, -top, size[0], size[1]);
  return { width: width, left: 0, data: readPicture(scratch, 0, 0, width, rows) };
}

// What a WebGL canvas has drawn, as the driver gives it; null for all else. Valid until the next question.
function drawnBy(source, size) {
  var s = source[$];
  if (!(s instanceof State) || s.lost || s.width !== size[0] || s.height !== size[1]) return null;
  if (!ask(s, OP_present, 0)) return null;
  var width = ri(), height = ri();
  return { width: width, data: new Uint8ClampedArray(reply, r * 4, width * height * 4) };
}

// The 2D context whose pixels a canvas shows.
function screenOf(canvas) {
  var s = canvas[$];
  if (!(s instanceof State)) return env.getContext.call(canvas, '2d');
  bring(s);
  return s.screen;
}

function readPicture(screen, x, y, width, height) {
  try {
    return env.getImageData.call(screen, x, y, width, height).data;
  } catch (e) {
    // A canvas that has seen such a picture may never be read again.
    if (screen === scratch) scratch = null;
    throw new DOMException('The picture comes from elsewhere and may not be read', 'SecurityError');
  }
}

// Whether a picture may become such pixels: WebGL 2, 3.7.6. What is unknown here the driver refuses.
function mayBecome(format, type) {
  if (pixelBytes(format, type) === 0) return true;
  if (format === 0x1902 || format === 0x84F9) return false;
  switch (type) {
    case 0x1401: case 0x1406: case 0x140B: case 0x8D61: return true;
    case 0x8033: case 0x8034: case 0x8368: return format === 0x1908;
    case 0x8363: case 0x8C3B: case 0x8C3E: return format === 0x1907;
    default: return false;
  }
}

// A picture for texImage2D and the like. which: bit 0 for 3D, bit 1 for a part of the texture;
// width < 0: as large as the picture.
function uploadPicture(s, which, head, width, height, depth, tail, source) {
  if (!isPicture(source)) throw new TypeError('Not a picture');
  head = head.map(Number);
  tail = tail.map(Number);
  if (!mayBecome(tail[tail.length - 2], tail[tail.length - 1])) {
    fail(s, INVALID_ENUM);
    return;
  }
  if (s.buffers[0x88EC]) {
    fail(s, INVALID_OPERATION);
    return;
  }
  var size = pictureSize(s, source);
  if (size === null) return;
  if (width < 0) {
    width = size[0];
    height = size[1];
  }
  // pixelStorei also chooses a part of a picture: WebGL 2, 3.7.6.
  var u = s.store;
  var left = u[0x0CF4], perImage = u[0x806E] || height;
  var first = u[0x0CF3] + (which & 1 ? u[0x806D] * perImage : 0);
  var isEmpty = width <= 0 || height <= 0 || depth <= 0;
  var rows = isEmpty ? 0 : (depth - 1) * perImage + height;
  if (!isEmpty && (left + width > size[0] || first + rows > size[1] || depth > 1 && perImage < height)) {
    fail(s, INVALID_OPERATION);
    return;
  }
  var f = flags(s);
  if (isBitmap(source)) {
    var info = env.bitmapInfo(source);
    f = info && !info.isPremultiplied ? 0 : 2;
  }
  var picture = isEmpty ? EMPTY : rowsOf(source, size, left, width, f & 1 ? size[1] - first - rows : first, rows);
  sendPicture(s, which, f, head, [width, height, depth], perImage, tail, picture);
}

var EMPTY = { width: 0, left: 0, data: new Uint8ClampedArray(0) };

function sendPicture(s, which, f, head, size, perImage, tail, picture) {
  var bytes = picture.data.byteLength;
  if (isTooMuch(s, picture, bytes)) return;
  var from = begin(s, head.length + tail.length + 16 + dataWords(bytes));
  I[p++] = which;
  I[p++] = f;
  for (var k = 0; k < head.length; k++) I[p++] = head[k];
  for (var n = 0; n < (which & 1 ? 3 : 2); n++) I[p++] = size[n];
  for (var m = 0; m < tail.length; m++) I[p++] = tail[m];
  I[p++] = picture.width;
  I[p++] = picture.left;
  for (var j = 0; j < 3; j++) I[p++] = size[j];
  I[p++] = perImage;
  data(picture.data, 0, bytes);
  end(from, OP_texImageFrom);
}
