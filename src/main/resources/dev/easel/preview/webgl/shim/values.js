// Values for uniforms and attributes.

var MOST_AT_ONCE = 64;

function vectorCall(name, op, count, isMatrix, Type) {
  function send(s, location, transpose, list, offset, length) {
    var id = uniformArgument(s, location);
    if (id < 0) return;
    if (list === null || list === undefined || typeof list !== 'object') throw new TypeError('Not a list of numbers');
    if (!(list instanceof Type)) {
      if (ArrayBuffer.isView(list)) throw new TypeError('Not a list of the right type');
      list = Type.from(list);
    }
    var total = list.length;
    if (offset > total || length > total - offset) {
      fail(s, INVALID_VALUE);
      return;
    }
    var n = length || total - offset;
    if (n < count || n % count !== 0) {
      fail(s, INVALID_VALUE);
      return;
    }
    if (transpose && s.version === 1) {
      fail(s, INVALID_VALUE);
      return;
    }
    if (n > MOST_AT_ONCE || !ArrayBuffer.isView(list)) {
      var begun = begin(s, n + 3);
      I[p++] = id;
      if (isMatrix) I[p++] = transpose ? 1 : 0;
      if (Type === Float32Array) for (var m = 0; m < n; m++) F[p + m] = list[offset + m];
      else for (var i = 0; i < n; i++) I[p + i] = list[offset + i];
      p += n;
      end(begun, op);
      return;
    }
    // Called most of all. Reading such a list runs no code of the page's.
    room(s, n + 3);
    var from = p, at = isMatrix ? from + 3 : from + 2;
    I[from] = op | at + n - from << 10;
    I[from + 1] = id;
    if (isMatrix) I[from + 2] = transpose ? 1 : 0;
    var to = Type === Float32Array ? F : I;
    for (var k = 0; k < n; k++) to[at + k] = list[offset + k];
    p = at + n;
  }
  return isMatrix
    ? { [name](location, transpose, values) {
      if (arguments.length < 3) few(name, 3, arguments.length);
      var s = this[$];
      if (location === null || location === undefined || s.lost) return;
      if (s.version === 1) send(s, location, transpose, values, 0, 0);
      else send(s, location, transpose, values, arguments[3] >>> 0, arguments[4] >>> 0);
    } }[name]
    : { [name](location, values) {
      if (arguments.length < 2) few(name, 2, arguments.length);
      var s = this[$];
      if (location === null || location === undefined || s.lost) return;
      if (s.version === 1) send(s, location, false, values, 0, 0);
      else send(s, location, false, values, arguments[2] >>> 0, arguments[3] >>> 0);
    } }[name];
}

[1, 2, 3, 4].forEach(function (n) {
  own['uniform' + n + 'fv'] = vectorCall('uniform' + n + 'fv', opcodes['uniform' + n + 'fv'], n, false, Float32Array);
  own['uniform' + n + 'iv'] = vectorCall('uniform' + n + 'iv', opcodes['uniform' + n + 'iv'], n, false, Int32Array);
  own['uniform' + n + 'uiv'] = vectorCall('uniform' + n + 'uiv', opcodes['uniform' + n + 'uiv'], n, false, Uint32Array);
});
[2, 3, 4].forEach(function (m) {
  [2, 3, 4].forEach(function (n) {
    var name = 'uniformMatrix' + m + (m === n ? '' : 'x' + n) + 'fv';
    own[name] = vectorCall(name, opcodes[name], m * n, true, Float32Array);
  });
});

function attributeList(name, op, count, Type, kind) {
  return { [name](index, values) {
    if (arguments.length < 2) few(name, 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var list = ArrayBuffer.isView(values) && !(values instanceof DataView) ? values : Type.from(values);
    index = +index;
    if (list.length < count) {
      fail(s, INVALID_VALUE);
      return;
    }
    attributeKind(s, index, kind);
    var from = begin(s, count + 2);
    I[p++] = index;
    var target = Type === Float32Array ? F : I;
    for (var k = 0; k < count; k++) target[p + k] = list[k];
    p += count;
    end(from, op);
  } }[name];
}

// In which type a constant attribute was given last.
function attributeKind(s, index, kind) {
  s.attributeKinds = s.attributeKinds || [];
  s.attributeKinds[index >>> 0] = kind;
}

[1, 2, 3, 4].forEach(function (n) {
  var name = 'vertexAttrib' + n + 'fv';
  own[name] = attributeList(name, opcodes[name], n, Float32Array, 0);
  own['vertexAttrib' + n + 'f'] = wrapped('vertexAttrib' + n + 'f', n + 1, function (s, a) {
    attributeKind(s, a[0], 0);
  });
});
own.vertexAttribI4iv = attributeList('vertexAttribI4iv', OP_vertexAttribI4iv, 4, Int32Array, 1);
own.vertexAttribI4uiv = attributeList('vertexAttribI4uiv', OP_vertexAttribI4uiv, 4, Uint32Array, 2);
own.vertexAttribI4i = wrapped('vertexAttribI4i', 5, function (s, a) { attributeKind(s, a[0], 1); });
own.vertexAttribI4ui = wrapped('vertexAttribI4ui', 5, function (s, a) { attributeKind(s, a[0], 2); });

// The plain function with something noted before; it must not return true, which would end the call.
function wrapped(name, count, before) {
  var real = plain[name];
  return { [name]() {
    if (arguments.length < count) few(name, count, arguments.length);
    var s = this[$];
    if (s.lost || before(s, arguments) === true) return;
    real.apply(this, arguments);
  } }[name];
}

Object.assign(own, {
  // A draw of no instances is checked and draws nothing; the driver would look for vertices first.
  drawArraysInstanced(mode, first, count, instances) {
    if (arguments.length < 4) few('drawArraysInstanced', 4, arguments.length);
    plain.drawArraysInstanced.call(this, mode, first, instances === 0 && count > 0 ? 0 : count, instances);
  }
});
