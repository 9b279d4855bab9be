// Extensions: which there are, what a page gets for one.

// name: [versions, what the driver must have, constants, functions]; functions name those of the
// context that carry them out, with the extension's own ending.
var extensionTable = {
  ANGLE_instanced_arrays: [1, ['GL_ANGLE_instanced_arrays'], { VERTEX_ATTRIB_ARRAY_DIVISOR_ANGLE: 0x88FE },
    { drawArraysInstancedANGLE: 'drawArraysInstanced', drawElementsInstancedANGLE: 'drawElementsInstanced', vertexAttribDivisorANGLE: 'vertexAttribDivisor' }],
  EXT_blend_minmax: [1, ['GL_EXT_blend_minmax'], { MIN_EXT: 0x8007, MAX_EXT: 0x8008 }],
  EXT_color_buffer_float: [2, ['GL_EXT_color_buffer_float'], {}],
  EXT_color_buffer_half_float: [3, ['GL_EXT_color_buffer_half_float'], {
    RGBA16F_EXT: 0x881A, RGB16F_EXT: 0x881B, FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE_EXT: 0x8211, UNSIGNED_NORMALIZED_EXT: 0x8C17 }],
  EXT_float_blend: [3, ['GL_EXT_float_blend'], {}],
  EXT_frag_depth: [1, ['GL_EXT_frag_depth'], {}],
  EXT_sRGB: [1, ['GL_EXT_sRGB'], {
    SRGB_EXT: 0x8C40, SRGB_ALPHA_EXT: 0x8C42, SRGB8_ALPHA8_EXT: 0x8C43, FRAMEBUFFER_ATTACHMENT_COLOR_ENCODING_EXT: 0x8210 }],
  EXT_shader_texture_lod: [1, ['GL_EXT_shader_texture_lod'], {}],
  EXT_texture_compression_bptc: [3, ['GL_EXT_texture_compression_bptc'], {
    COMPRESSED_RGBA_BPTC_UNORM_EXT: 0x8E8C, COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT: 0x8E8D,
    COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT: 0x8E8E, COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT: 0x8E8F }],
  EXT_texture_compression_rgtc: [3, ['GL_EXT_texture_compression_rgtc'], {
    COMPRESSED_RED_RGTC1_EXT: 0x8DBB, COMPRESSED_SIGNED_RED_RGTC1_EXT: 0x8DBC,
    COMPRESSED_RED_GREEN_RGTC2_EXT: 0x8DBD, COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT: 0x8DBE }],
  EXT_texture_filter_anisotropic: [3, ['GL_EXT_texture_filter_anisotropic'], {
    TEXTURE_MAX_ANISOTROPY_EXT: 0x84FE, MAX_TEXTURE_MAX_ANISOTROPY_EXT: 0x84FF }],
  EXT_texture_norm16: [2, ['GL_EXT_texture_norm16'], {
    R16_EXT: 0x822A, RG16_EXT: 0x822C, RGB16_EXT: 0x8054, RGBA16_EXT: 0x805B,
    R16_SNORM_EXT: 0x8F98, RG16_SNORM_EXT: 0x8F99, RGB16_SNORM_EXT: 0x8F9A, RGBA16_SNORM_EXT: 0x8F9B }],
  KHR_parallel_shader_compile: [3, [], { COMPLETION_STATUS_KHR: 0x91B1 }],
  OES_draw_buffers_indexed: [2, ['GL_OES_draw_buffers_indexed'], {}],
  OES_element_index_uint: [1, ['GL_OES_element_index_uint'], {}],
  OES_fbo_render_mipmap: [1, ['GL_OES_fbo_render_mipmap'], {}],
  OES_standard_derivatives: [1, ['GL_OES_standard_derivatives'], { FRAGMENT_SHADER_DERIVATIVE_HINT_OES: 0x8B8B }],
  OES_texture_float: [1, ['GL_OES_texture_float'], {}],
  OES_texture_float_linear: [3, ['GL_OES_texture_float_linear'], {}],
  OES_texture_half_float: [1, ['GL_OES_texture_half_float'], { HALF_FLOAT_OES: 0x8D61 }],
  OES_texture_half_float_linear: [1, ['GL_OES_texture_half_float_linear'], {}],
  OES_vertex_array_object: [1, ['GL_OES_vertex_array_object'], { VERTEX_ARRAY_BINDING_OES: 0x85B5 },
    { createVertexArrayOES: 'createVertexArray', deleteVertexArrayOES: 'deleteVertexArray', isVertexArrayOES: 'isVertexArray', bindVertexArrayOES: 'bindVertexArray' }],
  WEBGL_color_buffer_float: [1, ['GL_CHROMIUM_color_buffer_float_rgba', 'GL_OES_texture_float'], {
    RGBA32F_EXT: 0x8814, FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE_EXT: 0x8211, UNSIGNED_NORMALIZED_EXT: 0x8C17 }],
  WEBGL_compressed_texture_astc: [3, ['GL_KHR_texture_compression_astc_ldr'], astc(), { getSupportedProfiles: function () { return ['ldr']; } }],
  WEBGL_compressed_texture_etc: [3, ['GL_ANGLE_compressed_texture_etc'], {
    COMPRESSED_R11_EAC: 0x9270, COMPRESSED_SIGNED_R11_EAC: 0x9271, COMPRESSED_RG11_EAC: 0x9272, COMPRESSED_SIGNED_RG11_EAC: 0x9273,
    COMPRESSED_RGB8_ETC2: 0x9274, COMPRESSED_SRGB8_ETC2: 0x9275, COMPRESSED_RGB8_PUNCHTHROUGH_ALPHA1_ETC2: 0x9276,
    COMPRESSED_SRGB8_PUNCHTHROUGH_ALPHA1_ETC2: 0x9277, COMPRESSED_RGBA8_ETC2_EAC: 0x9278, COMPRESSED_SRGB8_ALPHA8_ETC2_EAC: 0x9279 }],
  WEBGL_compressed_texture_etc1: [3, ['GL_OES_compressed_ETC1_RGB8_texture'], { COMPRESSED_RGB_ETC1_WEBGL: 0x8D64 }],
  WEBGL_compressed_texture_s3tc: [3, ['GL_EXT_texture_compression_dxt1', 'GL_ANGLE_texture_compression_dxt3', 'GL_ANGLE_texture_compression_dxt5'], {
    COMPRESSED_RGB_S3TC_DXT1_EXT: 0x83F0, COMPRESSED_RGBA_S3TC_DXT1_EXT: 0x83F1, COMPRESSED_RGBA_S3TC_DXT3_EXT: 0x83F2, COMPRESSED_RGBA_S3TC_DXT5_EXT: 0x83F3 }],
  WEBGL_compressed_texture_s3tc_srgb: [3, ['GL_EXT_texture_compression_s3tc_srgb'], {
    COMPRESSED_SRGB_S3TC_DXT1_EXT: 0x8C4C, COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT: 0x8C4D,
    COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT: 0x8C4E, COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT: 0x8C4F }],
  WEBGL_debug_renderer_info: [3, [], { UNMASKED_VENDOR_WEBGL: 0x9245, UNMASKED_RENDERER_WEBGL: 0x9246 }],
  WEBGL_debug_shaders: [3, ['GL_ANGLE_translated_shader_source'], {}, { getTranslatedShaderSource: function (s, shader) {
    var sh = programOrShader(s, shader, SHADER);
    return sh && shaderInfo(s, sh).compiled && ask(s, OP_translatedSource, sh.id) ? rs() : '';
  } }],
  WEBGL_depth_texture: [1, ['GL_ANGLE_depth_texture'], { UNSIGNED_INT_24_8_WEBGL: 0x84FA }],
  WEBGL_draw_buffers: [1, ['GL_EXT_draw_buffers'], drawBuffersConstants(), { drawBuffersWEBGL: 'drawBuffers' }],
  WEBGL_lose_context: [3, [], {}, {
    loseContext: function (s) {
      if (s.lost) fail(s, INVALID_OPERATION);
      else lose(s, 'page');
    },
    restoreContext: function (s) {
      if (!s.lost || s.lostBy !== 'page') fail(s, INVALID_OPERATION);
      else if (s.mayRestore === undefined || s.mayRestore === null) s.restoreAsked = true;
      else if (s.mayRestore) restore(s);
      else fail(s, INVALID_OPERATION);
    }
  }]
};

function astc() {
  var list = {};
  ['4x4', '5x4', '5x5', '6x5', '6x6', '8x5', '8x6', '8x8', '10x5', '10x6', '10x8', '10x10', '12x10', '12x12'].forEach(function (size, k) {
    list['COMPRESSED_RGBA_ASTC_' + size + '_KHR'] = 0x93B0 + k;
    list['COMPRESSED_SRGB8_ALPHA8_ASTC_' + size + '_KHR'] = 0x93D0 + k;
  });
  return list;
}

function drawBuffersConstants() {
  var list = { MAX_COLOR_ATTACHMENTS_WEBGL: 0x8CDF, MAX_DRAW_BUFFERS_WEBGL: 0x8824 };
  for (var k = 0; k < 16; k++) {
    list['COLOR_ATTACHMENT' + k + '_WEBGL'] = 0x8CE0 + k;
    list['DRAW_BUFFER' + k + '_WEBGL'] = 0x8825 + k;
  }
  return list;
}

function isAvailable(s, name) {
  var entry = extensionTable[name];
  return (entry[0] & s.version) !== 0 && entry[1].every(function (needed) { return s.driverExtensions[needed]; });
}

function compressedFormats(s) {
  var list = [];
  Object.keys(s.extensions).forEach(function (name) {
    if (!/compress/.test(name)) return;
    var values = extensionTable[name][2];
    for (var key in values) list.push(values[key]);
  });
  return list;
}

function extensionParameter(s, name) {
  var e = s.extensions;
  switch (name) {
    case 0x84FF: return e.EXT_texture_filter_anisotropic ? value(s, FLOATS, 1, name) : undefined;
    case 0x9245: return e.WEBGL_debug_renderer_info ? (ask(s, OP_getString, 0x1F00) ? rs() : '') : undefined;
    case 0x9246: return e.WEBGL_debug_renderer_info ? (ask(s, OP_getString, 0x1F01) ? rs() : '') : undefined;
    case 0x8B8B: return e.OES_standard_derivatives ? value(s, INTS, 1, name) : undefined;
    case 0x85B5: return e.OES_vertex_array_object ? (s.vertexArray ? s.vertexArray.object : null) : undefined;
    case 0x8CDF: case 0x8824: return e.WEBGL_draw_buffers ? value(s, INTS, 1, name) : undefined;
  }
  if (name >= 0x8825 && name <= 0x8834 && (s.version === 2 || e.WEBGL_draw_buffers)) {
    if (name - 0x8825 >= limit(s, 0x8824)) return undefined;
    var found = value(s, INTS, 1, name);
    return s.drawFramebuffer === null && name === 0x8825 && found === 0x8CE0 ? 0x0405 : found;
  }
  return undefined;
}

function extensionIndexedParameter(s, name, index) { return indexedParameter(s, name, index); }

function isTimerQuery(s, target) { return false; }

function makeExtension(s, name) {
  var entry = extensionTable[name];
  entry[1].forEach(function (needed) { askText(s, OP_extensionEnable, 0, needed); });
  var type = extensionTypes[name] || (extensionTypes[name] = makeInterface(name));
  var extension = Object.create(type.prototype);
  for (var constant in entry[2]) {
    Object.defineProperty(type.prototype, constant, { value: entry[2][constant], enumerable: true });
  }
  Object.keys(entry[3] || {}).forEach(function (method) {
    var body = entry[3][method];
    define(extension, method, typeof body === 'string'
      ? function () { return all[body].apply(s.gl, arguments); }
      : function (argument) { return body(s, argument, arguments); });
  });
  return extension;
}

var extensionTypes = {};

Object.assign(own, {
  getSupportedExtensions() {
    var s = this[$];
    return s.lost ? null : Object.keys(extensionTable).filter(function (name) { return isAvailable(s, name); });
  },

  getExtension(name) {
    if (arguments.length < 1) few('getExtension', 1, 0);
    var s = this[$];
    if (s.lost) return null;
    var wanted = String(name).toLowerCase();
    var found = Object.keys(extensionTable).find(function (n) { return n.toLowerCase() === wanted; });
    if (!found || !isAvailable(s, found)) return null;
    if (!s.extensions[found]) {
      s.extensions[found] = makeExtension(s, found);
      // Textures of floats can be drawn into from the start, as in every browser.
      if (found === 'OES_texture_float' && isAvailable(s, 'WEBGL_color_buffer_float')) own.getExtension.call(this, 'WEBGL_color_buffer_float');
      if (found === 'OES_texture_half_float' && isAvailable(s, 'EXT_color_buffer_half_float')) own.getExtension.call(this, 'EXT_color_buffer_half_float');
    }
    return s.extensions[found];
  }
});
