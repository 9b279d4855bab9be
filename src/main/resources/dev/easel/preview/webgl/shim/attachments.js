// What WebGL 1 can ask and do about framebuffers of floats with its extensions, and ANGLE cannot on
// OpenGL ES 2.

var UNSIGNED_NORMALIZED = 0x8C17, HALF_FLOAT_OES = 0x8D61, COMPONENT_TYPE = 0x8211;
var floatFormats = [0x8814, 0x881A, 0x881B];

function noteType(record, type) {
  record.component = type === constants.FLOAT || type === HALF_FLOAT_OES ? constants.FLOAT : UNSIGNED_NORMALIZED;
  record.isHalf = type === HALF_FLOAT_OES;
}

// The texture or renderbuffer at a place of the framebuffer in use; null after an error.
function attachedTo(s, target, attachment) {
  var object = realAttachment.call(s.gl, target, attachment, 0x8CD1);
  return object === null ? null : object[$];
}

var realAttachment = own.getFramebufferAttachmentParameter, realStorage = own.renderbufferStorage,
    realTexImage = own.texImage2D, realCopy = own.copyTexImage2D, realSubCopy = own.copyTexSubImage2D;

Object.assign(own, {
  bindRenderbuffer(target, renderbuffer) {
    if (arguments.length < 2) few('bindRenderbuffer', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, renderbuffer, RENDERBUFFER);
    if (id < 0) return;
    if (target === constants.RENDERBUFFER) s.renderbuffer = id === 0 ? null : renderbuffer[$];
    command(s, OP_bindRenderbuffer, target, id);
  },

  renderbufferStorage(target, format, width, height) {
    realStorage.apply(this, arguments);
    var record = this[$].renderbuffer;
    if (record) record.component = floatFormats.indexOf(format) >= 0 ? constants.FLOAT : UNSIGNED_NORMALIZED;
  },

  texImage2D(target) {
    realTexImage.apply(this, arguments);
    var s = this[$];
    if (s.version === 2 || s.lost) return;
    var place = imagePlace(s, target >>> 0), record = place < 0 ? null : boundTexture(s, place);
    if (record !== null) noteType(record, arguments[arguments.length === 6 ? 4 : 7]);
  },

  // A copy of half floats into fewer channels is refused, one into a part of a texture is not.
  copyTexImage2D(target, level, format, x, y, width, height, border) {
    var s = this[$];
    var isSpecial = arguments.length >= 8 && s.version === 1 && !s.lost && s.drawFramebuffer !== null && s.extensions.EXT_color_buffer_half_float
      && (format === constants.ALPHA || format === constants.LUMINANCE || format === constants.LUMINANCE_ALPHA);
    var from = isSpecial && own.checkFramebufferStatus.call(this, constants.FRAMEBUFFER) === constants.FRAMEBUFFER_COMPLETE
      ? attachedTo(s, constants.FRAMEBUFFER, constants.COLOR_ATTACHMENT0) : null;
    if (from === null || !from.isHalf) {
      realCopy.apply(this, arguments);
      return;
    }
    own.texImage2D.call(this, target, level, format, width, height, border, format, HALF_FLOAT_OES, null);
    realSubCopy.call(this, target, level, 0, 0, x, y, width, height);
  },

  getFramebufferAttachmentParameter(target, attachment, name) {
    var s = this[$], e = s.extensions;
    if (arguments.length < 3 || s.version === 2 || s.lost || name !== COMPONENT_TYPE || s.drawFramebuffer === null
        || !(e.WEBGL_color_buffer_float || e.EXT_color_buffer_half_float)) return realAttachment.apply(this, arguments);
    if (attachment === constants.DEPTH_STENCIL_ATTACHMENT) {
      fail(s, INVALID_OPERATION);
      return null;
    }
    var record = attachedTo(s, target, attachment);
    return record === null ? null : record.component || UNSIGNED_NORMALIZED;
  }
});
