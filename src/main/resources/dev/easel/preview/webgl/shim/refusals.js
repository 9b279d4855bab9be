// What the driver would take and WebGL does not have.

var PRIMITIVE_RESTART_FIXED_INDEX = 0x8D69;

function capability(name, op) {
  return { [name](what) {
    if (arguments.length < 1) few(name, 1, 0);
    var s = this[$];
    if (s.lost) return;
    if (what === PRIMITIVE_RESTART_FIXED_INDEX) {
      fail(s, INVALID_ENUM);
      return;
    }
    if (s !== cur || p > END) room(s, 2);
    I[p] = op | 2 << 10;
    I[p + 1] = what;
    p += 2;
  } }[name];
}

own.enable = capability('enable', OP_enable);
own.disable = capability('disable', OP_disable);

var askedCapability = own.isEnabled;

own.isEnabled = { isEnabled(what) {
  if (arguments.length < 1) few('isEnabled', 1, 0);
  if (what !== PRIMITIVE_RESTART_FIXED_INDEX) return askedCapability.call(this, what);
  if (!this[$].lost) fail(this[$], INVALID_ENUM);
  return false;
} }.isEnabled;

// Swizzles are OpenGL ES 3 and not WebGL 2.
['texParameteri', 'texParameterf'].forEach(function (name) {
  var real = own[name] || plain[name];
  own[name] = { [name](target, what, value) {
    if (arguments.length < 3) few(name, 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    if (what >= 0x8E42 && what <= 0x8E46) {
      fail(s, INVALID_ENUM);
      return;
    }
    real.call(this, target, what, value);
  } }[name];
});

// ---- formats of renderbuffers ----

var renderable = new Set(('R8 RG8 RGB8 RGB565 RGBA4 RGB5_A1 RGBA8 RGB10_A2 RGB10_A2UI SRGB8_ALPHA8 R8I R8UI R16I R16UI R32I R32UI '
  + 'RG8I RG8UI RG16I RG16UI RG32I RG32UI RGBA8I RGBA8UI RGBA16I RGBA16UI RGBA32I RGBA32UI RGB RGBA DEPTH_STENCIL '
  + 'DEPTH_COMPONENT16 DEPTH_COMPONENT24 DEPTH_COMPONENT32F DEPTH24_STENCIL8 DEPTH32F_STENCIL8 STENCIL_INDEX8 R16F RG16F RGBA16F '
  + 'R32F RG32F RGBA32F R11F_G11F_B10F').split(' ').map(function (name) {
  return name in constants ? constants[name] : constants2[name];
}));
var renderableNorm16 = [0x822A, 0x822C, 0x805B];

// The driver says nothing about formats that there are not.
function isRenderable(s, format) {
  return renderable.has(format) || s.extensions.EXT_texture_norm16 && renderableNorm16.indexOf(format) >= 0;
}

Object.assign(own, {
  getInternalformatParameter(target, format, name) {
    if (arguments.length < 3) few('getInternalformatParameter', 3, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (target !== 0x8D41 || name !== constants.SAMPLES || !isRenderable(s, format)) {
      fail(s, INVALID_ENUM);
      return null;
    }
    return checked(s, function () {
      if (!ask(s, OP_getInternalformatParameter, target, format, constants.SAMPLES)) return null;
      var list = new Int32Array(ri());
      for (var k = 0; k < list.length; k++) list[k] = ri();
      return list;
    });
  }
});
