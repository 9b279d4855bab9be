// Texture units: which texture is bound where. The driver has a texture of its own behind "none",
// which pages must not reach.

var textureTargets = { 0x0DE1: 0, 0x8513: 1, 0x806F: 2, 0x8C1A: 3 };

// The place of a target in a unit; -1 when there is none in this version.
function texturePlace(s, target) {
  var place = textureTargets[target];
  return place === undefined || place > 1 && s.version === 1 ? -1 : place;
}

// The place of what an image belongs to, whose target is a cube's face or as above.
function imagePlace(s, target) {
  return target >= 0x8515 && target <= 0x851A ? 1 : texturePlace(s, target);
}

function boundTexture(s, place) { return s.textures[s.unit * 4 + place] || null; }

function freshUnits(s) {
  s.unit = 0;
  s.textures = [];
  s.renderbuffer = null;
}

Object.assign(own, {
  activeTexture(texture) {
    if (arguments.length < 1) few('activeTexture', 1, 0);
    var s = this[$];
    if (s.lost) return;
    texture >>>= 0;
    var unit = texture - constants.TEXTURE0;
    if (unit < 0 || unit >= limit(s, constants.MAX_COMBINED_TEXTURE_IMAGE_UNITS)) {
      fail(s, INVALID_ENUM);
      return;
    }
    s.unit = unit;
    if (s !== cur || p > END) room(s, 2);
    I[p] = OP_activeTexture | 2 << 10;
    I[p + 1] = texture;
    p += 2;
  },

  bindTexture(target, texture) {
    if (arguments.length < 2) few('bindTexture', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    target >>>= 0;
    var id = idOrNull(s, texture, TEXTURE);
    if (id < 0) return;
    var place = texturePlace(s, target);
    if (place < 0) {
      fail(s, INVALID_ENUM);
      return;
    }
    var record = id === 0 ? null : texture[$];
    if (record !== null) {
      if (record.target !== undefined && record.target !== place) {
        fail(s, INVALID_OPERATION);
        return;
      }
      record.target = place;
    }
    s.textures[s.unit * 4 + place] = record;
    if (s !== cur || p > END) room(s, 3);
    I[p] = OP_bindTexture | 3 << 10;
    I[p + 1] = target;
    I[p + 2] = id;
    p += 3;
  },

  deleteTexture(texture) {
    var s = this[$];
    if (s.lost) return;
    remove(s, texture, TEXTURE);
    if (!texture || !texture[$].gone) return;
    for (var k = 0; k < s.textures.length; k++) if (s.textures[k] === texture[$]) s.textures[k] = null;
  }
});

['texParameterf', 'texParameteri', 'getTexParameter', 'texImage2D', 'texImage3D', 'texSubImage2D', 'texSubImage3D',
  'texStorage2D', 'texStorage3D', 'compressedTexImage2D', 'compressedTexImage3D', 'compressedTexSubImage2D',
  'compressedTexSubImage3D', 'copyTexImage2D', 'copyTexSubImage2D', 'copyTexSubImage3D', 'generateMipmap'].forEach(function (name) {
  var real = own[name] || plain[name], placeOf = /Image/.test(name) ? imagePlace : texturePlace;
  var isVolume = /3D$/.test(name) ? true : /2D$/.test(name) ? false : null;
  own[name] = { [name](target) {
    var s = this[$], place = placeOf(s, target >>> 0);
    // The driver says which targets a function has not.
    if (place < 0 || s.lost || isVolume !== null && isVolume !== (target === 0x806F || target === 0x8C1A) || boundTexture(s, place) !== null) {
      if (name === 'texImage2D') {
        var isPicture = arguments.length === 6;
        arguments[2] = imageFormat(s, arguments[2], arguments[isPicture ? 4 : 7], isPicture);
      }
      return real.apply(this, arguments);
    }
    fail(s, INVALID_OPERATION);
    return name === 'getTexParameter' ? null : undefined;
  } }[name];
});

// What is attached is looked at before where.
[['framebufferRenderbuffer', 3, RENDERBUFFER], ['framebufferTexture2D', 3, TEXTURE], ['framebufferTextureLayer', 2, TEXTURE]].forEach(function (entry) {
  var name = entry[0], at = entry[1], kind = entry[2], real = own[name];
  own[name] = { [name]() {
    var object = arguments[at];
    if (object !== null && object !== undefined) recordOf(object, kind);
    return real.apply(this, arguments);
  } }[name];
});
