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
