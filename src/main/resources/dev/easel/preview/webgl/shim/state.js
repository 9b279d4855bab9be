// Questions about state. Most are passed on to the driver; what it cannot know is answered here.

var INTS = 1, FLOATS = 2, BOOLS = 3, LONGS = 4, OBJECT = 5, TEXT = 6, BITS = 7;

// name: [kind, how many or which kind of object, version, extension]
var parameters = (function () {
  var list = {};
  function add(kind, count, version, names) {
    names.split(' ').forEach(function (n) {
      list[n in constants ? constants[n] : constants2[n]] = [kind, count, version];
    });
  }
  add(INTS, 1, 1, 'ACTIVE_TEXTURE ALPHA_BITS BLEND_DST_ALPHA BLEND_DST_RGB BLEND_EQUATION BLEND_EQUATION_ALPHA '
    + 'BLEND_EQUATION_RGB BLEND_SRC_ALPHA BLEND_SRC_RGB BLUE_BITS CULL_FACE_MODE DEPTH_BITS DEPTH_FUNC FRONT_FACE '
    + 'GENERATE_MIPMAP_HINT GREEN_BITS IMPLEMENTATION_COLOR_READ_FORMAT IMPLEMENTATION_COLOR_READ_TYPE '
    + 'MAX_COMBINED_TEXTURE_IMAGE_UNITS MAX_CUBE_MAP_TEXTURE_SIZE MAX_FRAGMENT_UNIFORM_VECTORS MAX_RENDERBUFFER_SIZE '
    + 'MAX_TEXTURE_IMAGE_UNITS MAX_TEXTURE_SIZE MAX_VARYING_VECTORS MAX_VERTEX_ATTRIBS MAX_VERTEX_TEXTURE_IMAGE_UNITS '
    + 'MAX_VERTEX_UNIFORM_VECTORS PACK_ALIGNMENT RED_BITS SAMPLES SAMPLE_BUFFERS STENCIL_BACK_FAIL STENCIL_BACK_FUNC '
    + 'STENCIL_BACK_PASS_DEPTH_FAIL STENCIL_BACK_PASS_DEPTH_PASS STENCIL_BACK_REF STENCIL_BITS STENCIL_CLEAR_VALUE '
    + 'STENCIL_FAIL STENCIL_FUNC STENCIL_PASS_DEPTH_FAIL STENCIL_PASS_DEPTH_PASS STENCIL_REF SUBPIXEL_BITS '
    + 'UNPACK_ALIGNMENT');
  add(BITS, 1, 1, 'STENCIL_BACK_VALUE_MASK STENCIL_BACK_WRITEMASK STENCIL_VALUE_MASK STENCIL_WRITEMASK');
  add(INTS, 2, 1, 'MAX_VIEWPORT_DIMS');
  add(INTS, 4, 1, 'SCISSOR_BOX VIEWPORT');
  add(FLOATS, 1, 1, 'DEPTH_CLEAR_VALUE LINE_WIDTH POLYGON_OFFSET_FACTOR POLYGON_OFFSET_UNITS SAMPLE_COVERAGE_VALUE');
  add(FLOATS, 2, 1, 'ALIASED_LINE_WIDTH_RANGE ALIASED_POINT_SIZE_RANGE DEPTH_RANGE');
  add(FLOATS, 4, 1, 'BLEND_COLOR COLOR_CLEAR_VALUE');
  add(BOOLS, 1, 1, 'BLEND CULL_FACE DEPTH_TEST DEPTH_WRITEMASK DITHER POLYGON_OFFSET_FILL SAMPLE_COVERAGE_INVERT '
    + 'SCISSOR_TEST STENCIL_TEST SAMPLE_ALPHA_TO_COVERAGE SAMPLE_COVERAGE');
  add(BOOLS, 4, 1, 'COLOR_WRITEMASK');
  add(OBJECT, BUFFER, 1, 'ARRAY_BUFFER_BINDING ELEMENT_ARRAY_BUFFER_BINDING');
  add(OBJECT, RENDERBUFFER, 1, 'RENDERBUFFER_BINDING');
  add(OBJECT, TEXTURE, 1, 'TEXTURE_BINDING_2D TEXTURE_BINDING_CUBE_MAP');
  add(INTS, 1, 2, 'MAX_3D_TEXTURE_SIZE MAX_ARRAY_TEXTURE_LAYERS MAX_COLOR_ATTACHMENTS MAX_COMBINED_UNIFORM_BLOCKS '
    + 'MAX_DRAW_BUFFERS MAX_ELEMENTS_INDICES MAX_ELEMENTS_VERTICES MAX_FRAGMENT_INPUT_COMPONENTS '
    + 'MAX_FRAGMENT_UNIFORM_BLOCKS MAX_FRAGMENT_UNIFORM_COMPONENTS MAX_PROGRAM_TEXEL_OFFSET MAX_SAMPLES '
    + 'MAX_TRANSFORM_FEEDBACK_INTERLEAVED_COMPONENTS MAX_TRANSFORM_FEEDBACK_SEPARATE_ATTRIBS '
    + 'MAX_TRANSFORM_FEEDBACK_SEPARATE_COMPONENTS MAX_UNIFORM_BUFFER_BINDINGS MAX_VARYING_COMPONENTS '
    + 'MAX_VERTEX_OUTPUT_COMPONENTS MAX_VERTEX_UNIFORM_BLOCKS MAX_VERTEX_UNIFORM_COMPONENTS MIN_PROGRAM_TEXEL_OFFSET '
    + 'PACK_ROW_LENGTH PACK_SKIP_PIXELS PACK_SKIP_ROWS UNIFORM_BUFFER_OFFSET_ALIGNMENT UNPACK_IMAGE_HEIGHT '
    + 'UNPACK_ROW_LENGTH UNPACK_SKIP_IMAGES UNPACK_SKIP_PIXELS UNPACK_SKIP_ROWS FRAGMENT_SHADER_DERIVATIVE_HINT');
  add(LONGS, 1, 2, 'MAX_COMBINED_FRAGMENT_UNIFORM_COMPONENTS MAX_COMBINED_VERTEX_UNIFORM_COMPONENTS MAX_ELEMENT_INDEX '
    + 'MAX_UNIFORM_BLOCK_SIZE');
  add(FLOATS, 1, 2, 'MAX_TEXTURE_LOD_BIAS');
  add(BOOLS, 1, 2, 'RASTERIZER_DISCARD TRANSFORM_FEEDBACK_ACTIVE TRANSFORM_FEEDBACK_PAUSED');
  add(OBJECT, BUFFER, 2, 'COPY_READ_BUFFER_BINDING COPY_WRITE_BUFFER_BINDING PIXEL_PACK_BUFFER_BINDING '
    + 'PIXEL_UNPACK_BUFFER_BINDING TRANSFORM_FEEDBACK_BUFFER_BINDING UNIFORM_BUFFER_BINDING');
  add(OBJECT, TEXTURE, 2, 'TEXTURE_BINDING_2D_ARRAY TEXTURE_BINDING_3D');
  add(OBJECT, SAMPLER, 2, 'SAMPLER_BINDING');
  add(OBJECT, TRANSFORM_FEEDBACK, 2, 'TRANSFORM_FEEDBACK_BINDING');
  return list;
})();

// Drivers count alpha bits of buffers that have none differently; nothing of the kind may be seen.
function words4(kind, count) {
  switch (kind) {
    case FLOATS: {
      var f = new Float32Array(count);
      for (var k = 0; k < count; k++) f[k] = rf();
      return count === 1 ? f[0] : f;
    }
    case BOOLS: {
      if (count === 1) return (ri() & 255) !== 0;
      var word = ri();
      return [(word & 255) !== 0, (word & 0xff00) !== 0, (word & 0xff0000) !== 0, word >>> 24 !== 0];
    }
    case LONGS: {
      var lowHalf = ri() >>> 0;
      return lowHalf + ri() * 4294967296;
    }
    default: {
      if (count === 1) return ri();
      var list = new Int32Array(count);
      for (var n = 0; n < count; n++) list[n] = ri();
      return list;
    }
  }
}

function bound(s, kind, name) {
  return ask(s, OP_bindingOf, kind, name) ? objectBound(s, kind, ri()) : null;
}

function getParameter(s, name) {
  switch (name) {
    case constants.ARRAY_BUFFER_BINDING: case constants.ELEMENT_ARRAY_BUFFER_BINDING: break;
    case constants.CURRENT_PROGRAM: return s.program ? s.program.object : null;
    case constants.FRAMEBUFFER_BINDING: return s.drawFramebuffer ? s.drawFramebuffer.object : null;
    case constants.ACTIVE_TEXTURE: return constants.TEXTURE0 + s.unit;
    case constants.IMPLEMENTATION_COLOR_READ_FORMAT: case constants.IMPLEMENTATION_COLOR_READ_TYPE:
      return checked(s, function () { return value(s, INTS, 1, name); });
    case constants.UNPACK_FLIP_Y_WEBGL: return s.flip;
    case constants.UNPACK_PREMULTIPLY_ALPHA_WEBGL: return s.premultiply;
    case constants.UNPACK_COLORSPACE_CONVERSION_WEBGL: return s.colorspace;
    case constants.VENDOR: return 'WebKit';
    case constants.RENDERER: return 'WebKit WebGL';
    case constants.VERSION: return s.version === 2 ? 'WebGL 2.0 (OpenGL ES 3.0)' : 'WebGL 1.0 (OpenGL ES 2.0)';
    case constants.SHADING_LANGUAGE_VERSION:
      return s.version === 2 ? 'WebGL GLSL ES 3.00 (OpenGL ES GLSL ES 3.0)' : 'WebGL GLSL ES 1.0 (OpenGL ES GLSL ES 1.0)';
    case constants.COMPRESSED_TEXTURE_FORMATS: return new Uint32Array(compressedFormats(s));
  }
  if (s.version === 2) {
    switch (name) {
      case constants2.READ_FRAMEBUFFER_BINDING: return s.readFramebuffer ? s.readFramebuffer.object : null;
      case constants2.VERTEX_ARRAY_BINDING: return s.vertexArray ? s.vertexArray.object : null;
      case constants2.MAX_CLIENT_WAIT_TIMEOUT_WEBGL: return 0;
      case constants2.MAX_SERVER_WAIT_TIMEOUT: return 0;
      case constants2.READ_BUFFER:
        if (!ask(s, OP_getIntegerv, name, 1)) return null;
        var read = ri();
        return !s.readFramebuffer && read === constants.COLOR_ATTACHMENT0 ? constants.BACK : read;
    }
  }
  var extra = extensionParameter(s, name);
  if (extra !== undefined) return extra;
  var known = parameters[name];
  if (known === undefined || known[2] > s.version) {
    fail(s, INVALID_ENUM);
    return null;
  }
  if (known[0] === OBJECT) return bound(s, known[1], name);
  return value(s, known[0], known[1], name);
}

function value(s, kind, count, name) {
  var op = kind === FLOATS ? OP_getFloatv : kind === BOOLS ? OP_getBooleanv : kind === LONGS ? OP_getInteger64v : OP_getIntegerv;
  if (!ask(s, op, name, kind === LONGS ? 2 : kind === BOOLS ? 1 : count)) return null;
  return kind === BITS ? mask(ri()) : words4(kind, count);
}

// The driver's answer is cut at the largest signed integer; a mask has all bits set then.
function mask(word) {
  return word === 0x7fffffff ? 0xffffffff : word >>> 0;
}

var own = {
  getParameter(name) {
    if (arguments.length < 1) few('getParameter', 1, 0);
    var s = this[$];
    return s.lost ? null : getParameter(s, name >>> 0);
  },

  getError() {
    var s = this[$];
    if (s.errors.length > 0) return s.errors.shift();
    if (s.lost) return 0;
    return ask(s, OP_getError) ? ri() : 0;
  },

  getContextAttributes() {
    var s = this[$];
    return s.lost ? null : Object.assign({}, s.attributes);
  },

  isContextLost() { return this[$].lost; },

  isEnabled(capability) {
    if (arguments.length < 1) few('isEnabled', 1, 0);
    var s = this[$];
    return !s.lost && ask(s, OP_isEnabled, capability) && ri() !== 0;
  },

  getTexParameter(target, name) {
    if (arguments.length < 2) few('getTexParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (target !== 0x0DE1 && target !== 0x8513 && (s.version === 1 || target !== 0x806F && target !== 0x8C1A)) {
      fail(s, INVALID_ENUM);
      return null;
    }
    return parameterOf(s, target, name, OP_getTexParameteriv, OP_getTexParameterfv, true);
  },

  getSamplerParameter(sampler, name) {
    if (arguments.length < 2) few('getSamplerParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var id = idOf(s, sampler, SAMPLER);
    return id < 0 ? null : parameterOf(s, id, name, OP_getSamplerParameteriv, OP_getSamplerParameterfv, false);
  },

  getBufferParameter(target, name) {
    if (arguments.length < 2) few('getBufferParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (name !== 0x8764 && name !== 0x8765 || target !== 0x8893 && bufferSlot(s, target) < 0) {
      fail(s, INVALID_ENUM);
      return null;
    }
    return checked(s, function () { return ask(s, OP_getBufferParameteriv, target, name, 1) ? ri() : null; });
  },

  getRenderbufferParameter(target, name) {
    if (arguments.length < 2) few('getRenderbufferParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (target !== 0x8D41 || !(name >= 0x8D42 && name <= 0x8D44 || name >= 0x8D50 && name <= 0x8D55 || name === 0x8CAB && s.version === 2)) {
      fail(s, INVALID_ENUM);
      return null;
    }
    return checked(s, function () {
      if (!ask(s, OP_getRenderbufferParameteriv, target, name, 1)) return null;
      var found = ri();
      if (name !== 0x8D44 || s.version === 2) return found;
      return found === 0x88F0 ? constants.DEPTH_STENCIL : found;
    });
  },

  getVertexAttrib(index, name) {
    if (arguments.length < 2) few('getVertexAttrib', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    index >>>= 0;
    if (index >= limit(s, constants.MAX_VERTEX_ATTRIBS)) {
      fail(s, INVALID_VALUE);
      return null;
    }
    switch (name) {
      case constants.VERTEX_ATTRIB_ARRAY_BUFFER_BINDING:
        return ask(s, OP_getVertexAttribiv, index, name, 1) ? nameBound(s, BUFFER, ri()) : null;
      case constants.VERTEX_ATTRIB_ARRAY_ENABLED: case constants.VERTEX_ATTRIB_ARRAY_NORMALIZED:
        return ask(s, OP_getVertexAttribiv, index, name, 1) ? ri() !== 0 : null;
      case constants.VERTEX_ATTRIB_ARRAY_SIZE: case constants.VERTEX_ATTRIB_ARRAY_STRIDE: case constants.VERTEX_ATTRIB_ARRAY_TYPE:
        return ask(s, OP_getVertexAttribiv, index, name, 1) ? ri() : null;
      case constants.CURRENT_VERTEX_ATTRIB: {
        var kind = s.attributeKinds && s.attributeKinds[index] || 0;
        var op = kind === 1 ? OP_getVertexAttribIiv : kind === 2 ? OP_getVertexAttribIuiv : OP_getVertexAttribfv;
        if (!ask(s, op, index, name, 4)) return null;
        var at = r * 4;
        var list = kind === 1 ? new Int32Array(reply, at, 4) : kind === 2 ? new Uint32Array(reply, at, 4) : new Float32Array(reply, at, 4);
        return list.slice();
      }
    }
    if (name === 0x88FD && s.version === 2) return ask(s, OP_getVertexAttribiv, index, name, 1) ? ri() !== 0 : null;
    if (name === 0x88FE && (s.version === 2 || s.extensions.ANGLE_instanced_arrays)) {
      return ask(s, OP_getVertexAttribiv, index, name, 1) ? ri() : null;
    }
    fail(s, INVALID_ENUM);
    return null;
  },

  getVertexAttribOffset(index, name) {
    if (arguments.length < 2) few('getVertexAttribOffset', 2, arguments.length);
    var s = this[$];
    if (s.lost) return 0;
    if (index >>> 0 >= limit(s, constants.MAX_VERTEX_ATTRIBS)) {
      fail(s, INVALID_VALUE);
      return 0;
    }
    if (name !== constants.VERTEX_ATTRIB_ARRAY_POINTER) {
      fail(s, INVALID_ENUM);
      return 0;
    }
    return ask(s, OP_getVertexAttribPointerv, index, name, 2) ? words4(LONGS, 1) : 0;
  },

  getIndexedParameter(name, index) {
    if (arguments.length < 2) few('getIndexedParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    switch (name) {
      case constants2.TRANSFORM_FEEDBACK_BUFFER_BINDING: case constants2.UNIFORM_BUFFER_BINDING:
        return checked(s, function () {
          return ask(s, OP_getIntegeri_v, name, index, 1) ? nameBound(s, BUFFER, ri()) : null;
        });
      case constants2.TRANSFORM_FEEDBACK_BUFFER_SIZE: case constants2.TRANSFORM_FEEDBACK_BUFFER_START:
      case constants2.UNIFORM_BUFFER_SIZE: case constants2.UNIFORM_BUFFER_START:
        return checked(s, function () {
          return ask(s, OP_getInteger64i_v, name, index, 2) ? words4(LONGS, 1) : null;
        });
    }
    var extra = extensionIndexedParameter(s, name, index);
    if (extra !== undefined) return extra;
    fail(s, INVALID_ENUM);
    return null;
  },

  getShaderPrecisionFormat(shader, precision) {
    if (arguments.length < 2) few('getShaderPrecisionFormat', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    return checked(s, function () {
      if (!ask(s, OP_getShaderPrecisionFormat, shader, precision)) return null;
      return make(WebGLShaderPrecisionFormat, { rangeMin: ri(), rangeMax: ri(), precision: ri() });
    });
  },

  hint(target, mode) {
    if (arguments.length < 2) few('hint', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var allowed = target === constants.GENERATE_MIPMAP_HINT
      || target === 0x8B8B && (s.version === 2 || s.extensions.OES_standard_derivatives);
    if (!allowed) {
      fail(s, INVALID_ENUM);
      return;
    }
    plain.hint.call(this, target, mode);
  }
};

// Runs a question; null when it was an error, which stays for getError.
function checked(s, question) {
  drain(s);
  var answer = question();
  return drain(s) ? null : answer;
}

// Takes the driver's errors over; whether there were any.
function drain(s) {
  var any = false;
  for (var k = 0; k < 8; k++) {
    if (!ask(s, OP_getError)) return any;
    var error = ri();
    if (error === 0) return any;
    any = true;
    fail(s, error);
  }
  return any;
}

function limit(s, name) {
  var known = s.limits[name];
  if (known === undefined) known = s.limits[name] = ask(s, OP_getIntegerv, name, 1) ? ri() : 0;
  return known;
}

// The object behind a name of the driver.
function nameBound(s, kind, name) {
  return name === 0 ? null : ask(s, OP_objectNamed, kind, name) ? objectBound(s, kind, ri()) : null;
}

function parameterOf(s, target, name, ints, floats, isTexture) {
  var filters = [0x2800, 0x2801, 0x2802, 0x2803];
  var second = [0x8072, 0x884C, 0x884D];
  var textureSecond = [0x813C, 0x813D, 0x82DF];
  var secondFloats = [0x813A, 0x813B];
  if (filters.indexOf(name) >= 0 || s.version === 2 && (second.indexOf(name) >= 0 || isTexture && textureSecond.indexOf(name) >= 0)) {
    return checked(s, function () { return ask(s, ints, target, name, 1) ? ri() : null; });
  }
  if (isTexture && s.version === 2 && name === 0x912F) {
    return checked(s, function () { return ask(s, ints, target, name, 1) ? ri() !== 0 : null; });
  }
  if (s.version === 2 && secondFloats.indexOf(name) >= 0 || name === 0x84FE && s.extensions.EXT_texture_filter_anisotropic) {
    return checked(s, function () { return ask(s, floats, target, name, 1) ? rf() : null; });
  }
  fail(s, INVALID_ENUM);
  return null;
}

Object.defineProperties(own, {
  canvas: { get: function () { return this[$].canvas; }, enumerable: true, configurable: true },
  drawingBufferWidth: { get: function () { return this[$].width; }, enumerable: true, configurable: true },
  drawingBufferHeight: { get: function () { return this[$].height; }, enumerable: true, configurable: true },
  drawingBufferFormat: {
    get: function () { return this[$].wanted.alpha ? 0x8058 : 0x8051; }, enumerable: true, configurable: true
  },
  // There is no unpackColorSpace: WebView knows no other space than this, and pages look whether it is there.
  drawingBufferColorSpace: {
    get: function () { return 'srgb'; }, set: function () {}, enumerable: true, configurable: true
  }
});
