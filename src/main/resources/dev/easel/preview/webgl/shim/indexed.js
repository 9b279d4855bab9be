// OES_draw_buffers_indexed: blending and masks of each draw buffer by itself.

extensionTable.OES_draw_buffers_indexed[3] = (function () {
  function call(name, op, count) {
    return { [name](s, first, a) {
      if (a.length < count) few(name, count, a.length);
      if (s.lost) return;
      room(s, count + 1);
      I[p] = op | count + 1 << 10;
      for (var k = 0; k < count; k++) I[p + 1 + k] = a[k];
      p += count + 1;
    } }[name];
  }
  return {
    enableiOES: call('enableiOES', OP_enablei, 2),
    disableiOES: call('disableiOES', OP_disablei, 2),
    blendEquationiOES: call('blendEquationiOES', OP_blendEquationi, 2),
    blendEquationSeparateiOES: call('blendEquationSeparateiOES', OP_blendEquationSeparatei, 3),
    blendFunciOES: call('blendFunciOES', OP_blendFunci, 3),
    blendFuncSeparateiOES: call('blendFuncSeparateiOES', OP_blendFuncSeparatei, 5),
    colorMaskiOES: call('colorMaskiOES', OP_colorMaski, 5)
  };
})();

function indexedParameter(s, name, index) {
  if (!s.extensions.OES_draw_buffers_indexed) return undefined;
  switch (name) {
    case 0x8009: case 0x883D: case 0x80CB: case 0x80CA: case 0x80C9: case 0x80C8:
      return checked(s, function () { return ask(s, OP_getIntegeri_v, name, index, 1) ? ri() : null; });
    case 0x0C23:
      return checked(s, function () {
        return ask(s, OP_getIntegeri_v, name, index, 4) ? [ri() !== 0, ri() !== 0, ri() !== 0, ri() !== 0] : null;
      });
  }
  return undefined;
}
