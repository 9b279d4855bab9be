// Puts it all together: the two contexts' interfaces, and the window's names.

// Every function under its name; what is written by hand stands before what comes from the table.
var all = Object.create(null, Object.assign({}, Object.getOwnPropertyDescriptors(plain), Object.getOwnPropertyDescriptors(own)));

function contextInterface(name, version) {
  var type = makeInterface(name);
  function constant(key, number) {
    var property = { value: number, enumerable: true };
    Object.defineProperty(type, key, property);
    Object.defineProperty(type.prototype, key, property);
  }
  Object.keys(constants).forEach(function (key) { constant(key, constants[key]); });
  if (version === 2) Object.keys(constants2).forEach(function (key) { constant(key, constants2[key]); });
  Object.keys(all).forEach(function (key) {
    if (version === 1 && later[key]) return;
    var property = Object.getOwnPropertyDescriptor(all, key);
    property.enumerable = true;
    property.configurable = true;
    Object.defineProperty(type.prototype, key, property);
  });
  return type;
}

var WebGLRenderingContext = contextInterface('WebGLRenderingContext', 1);
var WebGL2RenderingContext = contextInterface('WebGL2RenderingContext', 2);

[WebGLRenderingContext, WebGL2RenderingContext, WebGLContextEvent, WebGLUniformLocation, WebGLActiveInfo,
  WebGLShaderPrecisionFormat, WebGLObject].concat(types).forEach(function (type) { define(window, type.name, type); });

return {
  getContext: function (canvas, type, attributes) {
    return getContext(canvas, type === 'webgl2' ? 2 : 1, attributes);
  },
  hasContext: function (canvas) { return canvas[$] instanceof State; }
};
