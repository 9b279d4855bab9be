// Values that the console can open. They are kept by number, the latest few thousand, until the
// console is cleared; what was inside one is read when it is opened.

var KEPT = 2000, AT_ONCE = 100;
var kept = new Map(), numbers = new WeakMap();
// Frames of one page answer for their own numbers only.
var lastNumber = Math.floor(Math.random() * 0x7fffffff) * 0x100000;
var sourceOf = Function.prototype.toString;
var propertyOf = Object.getOwnPropertyDescriptor;

function keep(value) {
  var number = numbers.get(value);
  if (number === undefined || !kept.has(number)) {
    number = ++lastNumber;
    numbers.set(value, number);
  }
  kept.delete(number);
  kept.set(number, value);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return number;
}

// A value that the page's code would have to make: it runs when the user asks for it.
function Unread(owner, key) {
  this.owner = owner;
  this.key = key;
}

// A row that is no value of the page, only a place for rows below it.
function Folder(slots) {
  this.slots = slots;
}

function kindOf(value) {
  if (value === null || value === undefined) return 'nothing';
  var type = typeof value;
  if (type === 'bigint') return 'number';
  if (type !== 'object') return type;
  if (value instanceof Folder) return 'folder';
  if (value instanceof Error || value instanceof DOMException) return 'error';
  return value instanceof Node ? 'node' : 'object';
}

function describe(value) {
  try {
    var kind = kindOf(value);
    var text = kind === 'string' ? stringify(cut(value, 1000)) : brief(value, 0);
    var opens = kind === 'object' || kind === 'function' || kind === 'node' || kind === 'error' || kind === 'folder';
    return { k: kind, s: text, h: opens ? keep(value) : 0 };
  } catch (e) {
    return { k: 'nothing', s: '[cannot be shown]', h: 0 };
  }
}

function className(value) {
  var proto = Object.getPrototypeOf(value);
  var made = proto && propertyOf(proto, 'constructor');
  var name = made && typeof made.value === 'function' && propertyOf(made.value, 'name');
  return name && typeof name.value === 'string' ? cut(name.value, 60) : '';
}

// One line, at most two levels; runs nothing of the page.
function brief(value, depth) {
  if (typeof value === 'string') return stringify(cut(value, depth ? 40 : 200));
  if (typeof value === 'function') {
    var source = cut(sourceOf.call(value).replace(/\s+/g, ' '), 60);
    return /^class\b/.test(source) ? 'class ' + value.name : 'ƒ ' + (value.name || '') + '()';
  }
  if (typeof value !== 'object' || value === null) return show(value, 1, []);
  if (value instanceof Folder) return '';
  if (value instanceof Error || value instanceof DOMException) return errorHead(value);
  if (value instanceof Node || value instanceof Date || value instanceof RegExp || value === window) {
    return cut(show(value, 1, []), 120);
  }
  return briefObject(value, depth);
}

function briefObject(value, depth) {
  var name = className(value);
  var isList = Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView);
  var count = isList ? value.length : value instanceof Map || value instanceof Set ? value.size : -1;
  var head = count >= 0 ? name + '(' + count + ') ' : name && name !== 'Object' ? name + ' ' : '';
  if (depth > 0) return isList || count >= 0 ? head.trim() : head + '{…}';
  var parts = [];
  var most = isList ? 10 : 5;
  var total = count;
  if (value instanceof Map || value instanceof Set) {
    var entries = value.entries();
    for (var e = entries.next(); !e.done && parts.length < most; e = entries.next()) {
      parts.push(value instanceof Map
        ? brief(e.value[0], 1) + ' => ' + brief(e.value[1], 1) : brief(e.value[0], 1));
    }
  } else if (isList) {
    for (var i = 0; i < value.length && i < most; i++) parts.push(slotText(value, i));
  } else {
    var keys = Object.keys(value);
    total = keys.length;
    keys.slice(0, most).forEach(function (k) { parts.push(keyText(k) + ': ' + slotText(value, k)); });
  }
  if (total > parts.length) parts.push('…');
  return cut(isList ? head + '[' + parts.join(', ') + ']' : head + '{' + parts.join(', ') + '}', 300);
}

function slotText(owner, key) {
  var property = propertyOf(owner, key);
  if (!property) return 'empty';
  return 'value' in property ? brief(property.value, 1) : '(…)';
}
