// WEBGL_multi_draw: many draws in one call.

// How many words of arguments stand before the lists, and the lists' places: [list, offset] pairs
// from there on, then the number of draws.
function multiDraw(op, isIndexed, lists) {
  return function (s, mode, a) {
    var needed = (isIndexed ? 3 : 2) + lists * 2;
    if (a.length < needed) few('multiDraw', needed, a.length);
    var pairs = [[a[1], a[2]], isIndexed ? [a[4], a[5]] : [a[3], a[4]]];
    if (lists === 3) pairs.push(isIndexed ? [a[6], a[7]] : [a[5], a[6]]);
    var head = [mode >>> 0, isIndexed ? a[3] >>> 0 : 0, a[needed - 1] | 0];
    var parts = pairs.map(function (pair) {
      return { list: pair[0] instanceof Int32Array ? pair[0] : Int32Array.from(pair[0]), from: pair[1] >>> 0 };
    });
    if (s.lost) return;
    var error = multiDrawError(parts, head[2], isIndexed);
    if (error !== 0) {
      fail(s, error);
      return;
    }
    if (s.drawFramebuffer === null && !s.dirty) dirty(s);
    var start = begin(s, 4 + lists * head[2]);
    head.forEach(function (word) { I[p++] = word; });
    parts.forEach(function (part) {
      I.set(part.list.subarray(part.from, part.from + head[2]), p);
      p += head[2];
    });
    end(start, op);
  };
}

function multiDrawError(parts, count, isIndexed) {
  if (count < 0) return INVALID_VALUE;
  if (parts.some(function (part) { return part.from + count > part.list.length; })) return INVALID_OPERATION;
  // The second list of an indexed draw is where in the buffer it begins.
  var at = parts[1];
  for (var k = 0; isIndexed && k < count; k++) if (at.list[at.from + k] < 0) return INVALID_VALUE;
  return 0;
}

extensionTable.WEBGL_multi_draw = [3, ['GL_ANGLE_multi_draw'], {}, {
  multiDrawArraysWEBGL: multiDraw(OP_multiDrawArrays, false, 2),
  multiDrawElementsWEBGL: multiDraw(OP_multiDrawElements, true, 2),
  multiDrawArraysInstancedWEBGL: multiDraw(OP_multiDrawArraysInstanced, false, 3),
  multiDrawElementsInstancedWEBGL: multiDraw(OP_multiDrawElementsInstanced, true, 3)
}];
