// createImageBitmap, which in WebView decodes no blob; and what WebGL has to know about a bitmap but
// WebView does not tell: whether its colours are multiplied by alpha, and colours that a canvas loses.

var bitmapInfo = new WeakMap();

(function () {
  var real = window.createImageBitmap;
  if (!real) return;
  real = real.bind(window);

  function createImageBitmap(source) {
    var list = Array.from(arguments);
    var options = list.length === 2 ? list[1] : list[5];
    var info = infoOf(source, list, options && typeof options === 'object' ? options : {});
    var made = source instanceof Blob ? pictureIn(source).then(function (picture) {
      list[0] = picture;
      return real.apply(null, list);
    }) : real.apply(null, list);
    return made.then(function (bitmap) {
      bitmapInfo.set(bitmap, info);
      return bitmap;
    });
  }

  function pictureIn(blob) {
    return new Promise(function (resolve, reject) {
      var address = URL.createObjectURL(blob), picture = new Image();
      function done() { URL.revokeObjectURL(address); }
      picture.onload = function () {
        done();
        resolve(picture);
      };
      picture.onerror = function () {
        done();
        reject(new DOMException('The blob holds no picture that can be decoded', 'InvalidStateError'));
      };
      picture.src = address;
    });
  }

  // isPremultiplied; pixels: of pictures that are not to be multiplied and came from memory.
  function infoOf(source, list, options) {
    var before = bitmapInfo.get(source);
    var wish = options.premultiplyAlpha;
    var isPremultiplied = wish === 'premultiply' || wish !== 'none' && !(before && !before.isPremultiplied);
    var pixels = source instanceof ImageData ? source : before ? before.pixels : null;
    var isResized = options.resizeWidth !== undefined || options.resizeHeight !== undefined;
    if (isPremultiplied || pixels === null || isResized) return { isPremultiplied: isPremultiplied, pixels: null };
    return { isPremultiplied: false, pixels: part(pixels, list, options.imageOrientation === 'flipY') };
  }

  function part(pixels, list, isFlipped) {
    var isPart = list.length > 2;
    var x = isPart ? list[1] | 0 : 0, y = isPart ? list[2] | 0 : 0;
    var width = isPart ? list[3] | 0 : pixels.width, height = isPart ? list[4] | 0 : pixels.height;
    if (width <= 0 || height <= 0 || x < 0 || y < 0 || x + width > pixels.width || y + height > pixels.height) return null;
    var data = new Uint8ClampedArray(width * height * 4);
    for (var row = 0; row < height; row++) {
      var from = ((y + (isFlipped ? height - 1 - row : row)) * pixels.width + x) * 4;
      data.set(pixels.data.subarray(from, from + width * 4), row * width * 4);
    }
    return { width: width, height: height, data: data };
  }

  Object.defineProperty(window, 'createImageBitmap', {
    value: createImageBitmap, writable: true, configurable: true, enumerable: true
  });
})();
