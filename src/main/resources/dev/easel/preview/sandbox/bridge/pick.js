// What is under the pointer, for the picker of the preview, which draws its highlight above the page.
// Read through the DOM's own functions as they were before the page ran: a form whose field is named
// "id", and a page that replaces them, are answered alike.

var XHTML = 'http://www.w3.org/1999/xhtml';
var LONGEST_HTML = 4000;

function method(type, name) {
  var f = type && type.prototype[name];
  return f ? Function.prototype.call.bind(f) : function () { return null; };
}

function getter(type, name) {
  var d = type && Object.getOwnPropertyDescriptor(type.prototype, name);
  return d && d.get ? Function.prototype.call.bind(d.get) : function () { return null; };
}

var dom = {
  at: method(Document, 'elementFromPoint'),
  atInShadow: method(window.ShadowRoot, 'elementFromPoint'),
  rect: method(Element, 'getBoundingClientRect'),
  attribute: method(Element, 'getAttribute'),
  allIn: method(Document, 'querySelectorAll'),
  allInFragment: method(DocumentFragment, 'querySelectorAll'),
  clone: method(Node, 'cloneNode'),
  root: method(Node, 'getRootNode'),
  parent: getter(Node, 'parentElement'),
  parentNode: getter(Node, 'parentNode'),
  owner: getter(Node, 'ownerDocument'),
  nodes: getter(Node, 'childNodes'),
  connected: getter(Node, 'isConnected'),
  text: getter(Node, 'textContent'),
  type: getter(Node, 'nodeType'),
  name: getter(Element, 'localName'),
  namespace: getter(Element, 'namespaceURI'),
  shadow: getter(Element, 'shadowRoot'),
  html: getter(Element, 'outerHTML'),
  clientLeft: getter(Element, 'clientLeft'),
  clientTop: getter(Element, 'clientTop'),
  width: getter(HTMLElement, 'offsetWidth'),
  height: getter(HTMLElement, 'offsetHeight'),
  inside: getter(window.HTMLIFrameElement, 'contentDocument'),
  window: getter(Document, 'defaultView'),
  bbox: method(window.SVGGraphicsElement, 'getBBox'),
  screen: method(window.SVGGraphicsElement, 'getScreenCTM')
};
var styleOf = window.getComputedStyle.bind(window);
var escapeName = CSS.escape.bind(CSS);
var Matrix = window.DOMMatrix;

function attempt(f, e) {
  try { return f(e); } catch (error) { return null; }
}

function attributeOf(e, name) { return dom.attribute(e, name) || ''; }
function classesOf(e) { return attributeOf(e, 'class').split(/\s+/).filter(Boolean); }

// Boxes: centre, size before transforms, and the linear part of the transforms. A box under an affine
// map has its centre in the middle of its bounding rectangle, so origins and translations are not needed.

function times(p, q) {
  return [p[0] * q[0] + p[2] * q[1], p[1] * q[0] + p[3] * q[1],
    p[0] * q[2] + p[2] * q[3], p[1] * q[2] + p[3] * q[3]];
}

function linearOf(e) {
  var whole = [1, 0, 0, 1];
  for (var at = e; at; at = dom.parent(at)) {
    var style = styleOf(at), own = '';
    if (/^-?[\d.]+deg$/.test(style.rotate)) own += 'rotate(' + style.rotate + ') ';
    if (/^[\d.\s-]+$/.test(style.scale || '')) own += 'scale(' + style.scale.trim().replace(/\s+/g, ',') + ') ';
    if (style.transform && style.transform !== 'none') own += style.transform;
    if (!own) continue;
    var m = new Matrix(own);
    whole = times([m.a, m.b, m.c, m.d], whole);
  }
  return whole;
}

function covers(m, w, h, r, slack) {
  return Math.abs(Math.abs(m[0]) * w + Math.abs(m[2]) * h - r.width) < slack
    && Math.abs(Math.abs(m[1]) * w + Math.abs(m[3]) * h - r.height) < slack;
}

// A transform that does not explain what is on the screen is left out.
function boxOf(e) {
  var r = dom.rect(e);
  var plain = { x: r.left + r.width / 2, y: r.top + r.height / 2, w: r.width, h: r.height, m: [1, 0, 0, 1] };
  if (dom.namespace(e) === XHTML) {
    var w = attempt(dom.width, e) || 0, h = attempt(dom.height, e) || 0, m = attempt(linearOf, e);
    var turned = m && !(m[0] === 1 && m[1] === 0 && m[2] === 0 && m[3] === 1);
    if (turned && covers(m, w, h, r, 2)) return { x: plain.x, y: plain.y, w: w, h: h, m: m };
    return plain;
  }
  var bb = attempt(dom.bbox, e), ctm = attempt(dom.screen, e);
  if (!bb || !ctm || Math.abs(ctm.b) + Math.abs(ctm.c) < 1e-6) return plain;
  var linear = [ctm.a, ctm.b, ctm.c, ctm.d];
  return covers(linear, bb.width, bb.height, r, 6)
    ? { x: plain.x, y: plain.y, w: bb.width, h: bb.height, m: linear } : plain;
}

function edgesOf(style, prefix, suffix) {
  return ['Top', 'Right', 'Bottom', 'Left'].map(function (side) {
    return parseFloat(style[prefix + side + suffix]) || 0;
  });
}

function plus(a, b) { return a.map(function (v, i) { return v + b[i]; }); }

// The corners of a box grown by top, right, bottom, left.
function corners(box, by) {
  var l = -box.w / 2 - by[3], r = box.w / 2 + by[1], t = -box.h / 2 - by[0], b = box.h / 2 + by[2];
  return [[l, t], [r, t], [r, b], [l, b]].map(function (p) {
    return [box.x + box.m[0] * p[0] + box.m[2] * p[1], box.y + box.m[1] * p[0] + box.m[3] * p[1]];
  });
}

// Frames of the same origin.

function frameOf(e) {
  var view = dom.window(dom.owner(e));
  return view && view !== window ? view.frameElement : null;
}

// Where the frame's own view begins inside its border box.
function insetOf(frame) {
  var style = styleOf(frame);
  return [dom.clientLeft(frame) + (parseFloat(style.paddingLeft) || 0),
    dom.clientTop(frame) + (parseFloat(style.paddingTop) || 0)];
}

function outOf(frame, points) {
  var box = boxOf(frame), inset = insetOf(frame);
  return points.map(function (p) {
    var x = p[0] + inset[0] - box.w / 2, y = p[1] + inset[1] - box.h / 2;
    return [box.x + box.m[0] * x + box.m[2] * y, box.y + box.m[1] * x + box.m[3] * y];
  });
}

function into(frame, x, y) {
  var box = boxOf(frame), inset = insetOf(frame), m = box.m;
  var det = m[0] * m[3] - m[1] * m[2];
  if (!det) return null;
  var dx = x - box.x, dy = y - box.y;
  return [(m[3] * dx - m[2] * dy) / det + box.w / 2 - inset[0],
    (m[0] * dy - m[1] * dx) / det + box.h / 2 - inset[1]];
}

function elementAt(x, y) {
  var found = dom.at(document, x, y);
  for (var depth = 0; found && depth < 50; depth++) {
    var shadow = dom.shadow(found);
    var inner = shadow && dom.atInShadow(shadow, x, y);
    if (inner && dom.root(inner) === shadow) {
      found = inner;
      continue;
    }
    var document_ = attempt(dom.inside, found);
    var p = document_ && into(found, x, y);
    inner = p && dom.at(document_, p[0], p[1]);
    if (!inner) return found;
    found = inner;
    x = p[0];
    y = p[1];
  }
  return found;
}

function measure(e) {
  var box = boxOf(e), style = styleOf(e), html = dom.namespace(e) === XHTML;
  var none = [0, 0, 0, 0];
  var border = html ? edgesOf(style, 'border', 'Width') : none;
  var padding = html ? edgesOf(style, 'padding', '') : none;
  var margin = html ? edgesOf(style, 'margin', '') : none;
  var minus = function (a) { return a.map(function (v) { return -v; }); };
  var boxes = [margin, none, minus(border), minus(plus(border, padding))].map(function (by) {
    return corners(box, by);
  });
  for (var frame = frameOf(e); frame; frame = frameOf(frame)) {
    boxes = boxes.map(outOf.bind(null, frame));
  }
  return {
    tag: cut(String(dom.name(e)), 60), id: cut(attributeOf(e, 'id'), 60),
    classes: classesOf(e).slice(0, 20).map(function (c) { return cut(c, 60); }),
    width: box.w, height: box.h, boxes: boxes
  };
}

// A short selector that names this element alone.

function all(root, selector) {
  try {
    return dom.type(root) === 9 ? dom.allIn(root, selector) : dom.allInFragment(root, selector);
  } catch (error) {
    return [];
  }
}

function isAlone(root, selector, e) {
  var found = all(root, selector);
  return found.length === 1 && found[0] === e;
}

// Names made by a tool ("md:w-1/2", "css-1x2y3z4") say little, and hold little longer.
function plainNames(e) {
  return classesOf(e).filter(function (c) { return /^[A-Za-z_-][\w-]{0,40}$/.test(c) && !/\d{3,}/.test(c); }).slice(0, 4);
}

function shortNames(e) {
  var tag = escapeName(dom.name(e));
  var names = plainNames(e).map(function (c) { return '.' + escapeName(c); });
  var id = attributeOf(e, 'id');
  var list = /^[A-Za-z_][\w-]{0,60}$/.test(id) ? ['#' + escapeName(id)] : [];
  ['data-testid', 'name', 'aria-label'].forEach(function (a) {
    var value = attributeOf(e, a);
    if (/^[\w .:-]{1,40}$/.test(value)) list.push(tag + '[' + a + '=' + stringify(value) + ']');
  });
  list = list.concat(names, names.map(function (n) { return tag + n; }));
  if (names.length > 1) list.push(tag + names.join(''));
  list.push(tag);
  return list;
}

// Beyond so many siblings, asking the engine for the nth of them takes seconds.
var CROWD = 300;

// What an element is among its siblings, where no other matches it.
function step(e) {
  var parent = dom.parentNode(e);
  var siblings = parent ? Array.prototype.filter.call(dom.nodes(parent), function (n) { return dom.type(n) === 1; }) : [e];
  var tag = escapeName(dom.name(e));
  var same = siblings.filter(function (s) { return dom.name(s) === dom.name(e); });
  if (same.length === 1) return { text: tag, crowded: false };
  var crowded = siblings.length > CROWD;
  // Without a doctype, names match in any case.
  var lower = siblings.map(function (s) { return attributeOf(s, 'class').toLowerCase().split(/\s+/); });
  var name = plainNames(e).filter(function (c) {
    return lower.filter(function (l) { return l.indexOf(c.toLowerCase()) >= 0; }).length === 1;
  })[0];
  if (name) return { text: '.' + escapeName(name), crowded: false };
  // "Of type" is by name and namespace, a selector's tag by name only.
  var mixed = same.some(function (s) { return dom.namespace(s) !== dom.namespace(e); });
  return mixed
    ? { text: ':nth-child(' + (siblings.indexOf(e) + 1) + ')', crowded: crowded }
    : { text: tag + ':nth-of-type(' + (same.indexOf(e) + 1) + ')', crowded: crowded };
}

// A chain of such steps below an element that is alone is alone by its making.
function selectorIn(root, e) {
  var short = shortNames(e).filter(function (s) { return isAlone(root, s, e); })[0];
  if (short) return short;
  var here = step(e), path = here.text, crowded = here.crowded;
  for (var at = dom.parent(e); at; at = dom.parent(at)) {
    var anchor = shortNames(at).filter(function (s) { return isAlone(root, s, at); })[0];
    if (anchor) return anchor + ' > ' + path;
    if (!crowded && isAlone(root, path, e)) return withPlace(root, path, at, e);
    here = step(at);
    path = here.text + ' > ' + path;
    crowded = crowded || here.crowded;
  }
  return path;
}

// A path of tags and numbers says nothing to a reader: the nearest named element above it does.
function withPlace(root, path, above, e) {
  for (var at = dom.parent(above); at; at = dom.parent(at)) {
    var anchor = shortNames(at).filter(function (s) { return /^[#.]/.test(s) && isAlone(root, s, at); })[0];
    if (anchor && isAlone(root, anchor + ' ' + path, e)) return anchor + ' ' + path;
  }
  return path;
}

// Inside shadow trees and frames the parts are joined by ">>>".
function selectorOf(e) {
  var root = dom.root(e), own = selectorIn(root, e);
  if (dom.type(root) === 11 && root.host) return selectorOf(root.host) + ' >>> ' + own;
  var frame = frameOf(e);
  return frame ? selectorOf(frame) + ' >>> ' + own : own;
}

// What is told of an element when it is picked.

var STYLES = ['display', 'position', 'color', 'background-color', 'background-image', 'font-family', 'font-size',
  'font-weight', 'line-height', 'text-align', 'padding', 'margin', 'border', 'border-radius', 'box-shadow', 'opacity',
  'transform', 'z-index', 'overflow', 'flex-direction', 'justify-content', 'align-items', 'grid-template-columns', 'gap',
  'fill', 'stroke'];
var DULL = /^(none|auto|normal|static|visible|start|stretch|0px|1|row|rgba\(0, 0, 0, 0\)|0px none .*)$/;

function stylesOf(e) {
  var style = styleOf(e), svg = dom.namespace(e) !== XHTML;
  return STYLES.filter(function (name) { return svg || (name !== 'fill' && name !== 'stroke'); })
    .map(function (name) { return [name, cut(String(style.getPropertyValue(name)), 200)]; })
    .filter(function (s) { return s[1] && !DULL.test(s[1]); });
}

calls.pickAt = function (x, y) {
  var e = elementAt(x, y);
  return e ? stringify(measure(e)) : '';
};

calls.pick = function (x, y) {
  var e = elementAt(x, y);
  if (!e) return '';
  picked = e;
  return stringify({
    mark: measure(e), selector: cut(selectorOf(e), 500), html: cut(dom.html(e) || '', LONGEST_HTML),
    open: cut(dom.html(dom.clone(e, false)) || '', LONGEST_HTML),
    text: cut((dom.text(e) || '').trim().slice(0, 2000).replace(/\s+/g, ' '), 200),
    styles: stylesOf(e), framed: frameOf(e) !== null
  });
};

calls.pickedMark = function () {
  return picked && dom.connected(picked) ? stringify(measure(picked)) : '';
};

calls.selectorOf = selectorOf;
