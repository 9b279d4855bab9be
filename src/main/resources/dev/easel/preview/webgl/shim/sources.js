// WebGL canvases as what other canvases are drawn from.

// WebView draws a canvas into another one late, from what it holds by then: reading one pixel makes
// it happen at once.
function settle(s) {
  if (s.drawnInto.length === 0) return;
  s.drawnInto.splice(0).forEach(function (screen) {
    try {
      env.getImageData.call(screen, 0, 0, 1, 1);
    } catch (e) { /* a canvas that may not be read */ }
  });
}

// Everything that reads canvases gets what their contexts have drawn so far.
function bringIfWebGl(source) {
  if (source !== null && typeof source === 'object' && source[$] instanceof State) bring(source[$]);
}

['drawImage', 'createPattern'].forEach(function (method) {
  var real = CanvasRenderingContext2D.prototype[method];
  CanvasRenderingContext2D.prototype[method] = { [method]: function (source) {
    bringIfWebGl(source);
    var result = real.apply(this, arguments);
    var s = source !== null && typeof source === 'object' && source[$];
    if (s instanceof State && s.drawnInto.indexOf(this) < 0) s.drawnInto.push(this);
    return result;
  } }[method];
});

if (window.createImageBitmap) {
  var realBitmap = window.createImageBitmap;
  window.createImageBitmap = function createImageBitmap(source) {
    bringIfWebGl(source);
    return realBitmap.apply(window, arguments);
  };
}
