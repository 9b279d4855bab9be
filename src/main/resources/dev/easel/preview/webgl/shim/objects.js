// The interfaces of WebGL, and what is known about each object that a page holds.

// Where the page's objects keep what is theirs.
var $ = Symbol('webgl');

var BUFFER = 0, FRAMEBUFFER = 1, PROGRAM = 2, RENDERBUFFER = 3, SHADER = 4, TEXTURE = 5, QUERY = 6, SAMPLER = 7,
    SYNC = 8, TRANSFORM_FEEDBACK = 9, VERTEX_ARRAY = 10;
var LOCATION = 11;

function define(target, name, value) {
  Object.defineProperty(target, name, { value: value, writable: true, configurable: true, enumerable: false });
}

function makeInterface(name, parent) {
  var type = parent
    ? { [name]: class extends parent { constructor() { throw new TypeError('Illegal constructor'); } } }[name]
    : { [name]: class { constructor() { throw new TypeError('Illegal constructor'); } } }[name];
  Object.defineProperty(type.prototype, Symbol.toStringTag, { value: name, configurable: true });
  return type;
}

var WebGLObject = makeInterface('WebGLObject');
Object.defineProperty(WebGLObject.prototype, 'label', {
  get: function () { return this[$].label || ''; },
  set: function (text) { this[$].label = String(text); },
  enumerable: true, configurable: true
});

var types = [
  'WebGLBuffer', 'WebGLFramebuffer', 'WebGLProgram', 'WebGLRenderbuffer', 'WebGLShader', 'WebGLTexture',
  'WebGLQuery', 'WebGLSampler', 'WebGLSync', 'WebGLTransformFeedback', 'WebGLVertexArrayObject'
].map(function (name) { return makeInterface(name, WebGLObject); });

var WebGLUniformLocation = makeInterface('WebGLUniformLocation');
var WebGLActiveInfo = makeInterface('WebGLActiveInfo');
var WebGLShaderPrecisionFormat = makeInterface('WebGLShaderPrecisionFormat');

function fields(type, names) {
  names.forEach(function (name) {
    Object.defineProperty(type.prototype, name, {
      get: function () { return this[$][name]; }, enumerable: true, configurable: true
    });
  });
}
fields(WebGLActiveInfo, ['size', 'type', 'name']);
fields(WebGLShaderPrecisionFormat, ['rangeMin', 'rangeMax', 'precision']);

function make(type, record) {
  var object = Object.create(type.prototype);
  Object.defineProperty(object, $, { value: record });
  return object;
}

function activeInfo(name, size, kind) {
  return make(WebGLActiveInfo, { name: name, size: size, type: kind });
}

function few(name, wanted, got) {
  throw new TypeError("Failed to execute '" + name + "': " + wanted + ' arguments required, but only ' + got + ' present.');
}

function wrongType(kind) {
  var name = kind === LOCATION ? 'WebGLUniformLocation' : types[kind].name;
  throw new TypeError("Parameter is not of type '" + name + "'.");
}

// Makes an object of the page; the driver's is made with it.
function create(s, kind, type) {
  var record = {
    owner: s, id: ++s.ids[kind], kind: kind, gone: s.lost, object: null, type: type | 0, label: '',
    // Of programs: how often it was linked, whether it is in use, what is attached. Of shaders: where.
    link: 0, info: null, uses: 0, shaders: null, source: ''
  };
  record.object = make(types[kind], record);
  if (s.lost) return record.object;
  s.objects[kind][record.id] = record;
  room(s, 4);
  I[p] = OP_objectCreate | 4 << 10;
  I[p + 1] = kind;
  I[p + 2] = record.id;
  I[p + 3] = type;
  p += 4;
  return record.object;
}

// The record of an argument, whatever became of the object.
function recordOf(object, kind) {
  var record = object === null || object === undefined ? undefined : object[$];
  if (record === undefined || record.kind !== kind) wrongType(kind);
  return record;
}

// The id of an argument that may be null; -1 after an error.
function idOrNull(s, object, kind) {
  if (object === null || object === undefined) return 0;
  var record = object[$];
  if (record === undefined || record.kind !== kind) wrongType(kind);
  if (record.owner !== s || record.gone) {
    fail(s, INVALID_OPERATION);
    return -1;
  }
  return record.id;
}

// The id of an argument; -1 after an error.
function idOf(s, object, kind) {
  var record = recordOf(object, kind);
  if (record.owner !== s || record.gone) {
    fail(s, record.owner === s && (kind === PROGRAM || kind === SHADER) ? INVALID_VALUE : INVALID_OPERATION);
    return -1;
  }
  return record.id;
}

// Frees what a page has deleted and nothing uses any more. Programs in use and attached shaders stay.
function release(record) {
  if (record.condemned && record.uses === 0 && !record.gone && record.owner) {
    record.gone = true;
    delete record.owner.objects[record.kind][record.id];
    keepWeakly(record);
    if (record.kind === PROGRAM && record.shaders) record.shaders.forEach(function (shader) {
      shader.uses--;
      release(shader);
    });
  }
}

function remove(s, object, kind) {
  if (object === null || object === undefined) return;
  var record = recordOf(object, kind);
  if (record.owner !== s) {
    fail(s, INVALID_OPERATION);
    return;
  }
  if (record.gone || record.condemned) return;
  record.condemned = true;
  room(s, 3);
  I[p] = OP_objectDelete | 3 << 10;
  I[p + 1] = kind;
  I[p + 2] = record.id;
  p += 3;
  if (kind !== PROGRAM && kind !== SHADER) record.uses = 0;
  release(record);
}

function exists(s, object, kind) {
  if (object === null || object === undefined) return false;
  var record = recordOf(object, kind);
  if (record.owner !== s || record.gone || s.lost) return false;
  // A program in use that was deleted is still one.
  return ask(s, OP_objectIs, kind, record.id) && ri() !== 0;
}

function fail(s, error) {
  if (s.errors.indexOf(error) < 0) s.errors.push(error);
}

function objectBound(s, kind, id) {
  var record = s.objects[kind][id];
  if (record !== undefined) return record.object;
  return deletedObject(s, kind, id);
}
