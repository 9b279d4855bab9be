// Vertex arrays: what belongs to them and cannot be asked of every driver.

function arrayState(s) {
  return s.vertexArray || s.defaultArray;
}

// What an attribute is read from now.
function notePointer(s, index, size, type, normalized, stride) {
  if (!(size >= 1 && size <= 4 && stride >= 0 && stride <= 255 && index < 64)) return;
  var array = arrayState(s);
  // ANGLE forgets this of floats, for which it means nothing.
  (array.scaled = array.scaled || [])[index] = normalized && (type === 0x1406 || type === 0x140B);
}

var askedAttribute = own.getVertexAttrib;

Object.assign(own, {
  bindVertexArray(array) {
    if (arguments.length < 1) few('bindVertexArray', 1, 0);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, array, VERTEX_ARRAY);
    if (id < 0) return;
    s.vertexArray = id === 0 ? null : array[$];
    command(s, OP_bindVertexArray, id);
  },

  vertexAttribPointer(index, size, type, normalized, stride, offset) {
    if (arguments.length < 6) few('vertexAttribPointer', 6, arguments.length);
    var s = this[$];
    if (s.lost) return;
    index = +index, size = +size, type = +type, stride = +stride, offset = +offset;
    if (offset < 0) {
      fail(s, INVALID_VALUE);
      return;
    }
    notePointer(s, index, size, type, normalized, stride);
    if (s !== cur || p > END) room(s, 8);
    I[p] = OP_vertexAttribPointer | 8 << 10;
    I[p + 1] = index;
    I[p + 2] = size;
    I[p + 3] = type;
    I[p + 4] = normalized ? 1 : 0;
    I[p + 5] = stride;
    I[p + 6] = offset;
    I[p + 7] = high(offset);
    p += 8;
  },

  vertexAttribIPointer(index, size, type, stride, offset) {
    if (arguments.length < 5) few('vertexAttribIPointer', 5, arguments.length);
    var s = this[$];
    if (s.lost) return;
    if (!(offset >= 0) || s.slots[0] === null && offset > 0) {
      fail(s, offset < 0 ? INVALID_VALUE : INVALID_OPERATION);
      return;
    }
    notePointer(s, index, size, type, false, stride);
    plain.vertexAttribIPointer.call(this, index, size, type, stride, offset);
  },

  getVertexAttrib(index, name) {
    if (arguments.length < 2) few('getVertexAttrib', 2, arguments.length);
    var found = askedAttribute.call(this, index, name), array = this[$].lost ? {} : arrayState(this[$]);
    return name === 0x886A && found === false && array.scaled && array.scaled[index] ? true : found;
  }
});
