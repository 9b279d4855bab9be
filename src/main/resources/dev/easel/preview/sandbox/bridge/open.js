// What is inside a value: rows of name and value, a hundred at a time.

function slot(name, value, dim) {
  var row = describe(value);
  row.n = cut(String(name), 200);
  if (dim) row.d = 1;
  return row;
}

function unread(owner, key, dim) {
  return { n: cut(String(key), 200), k: 'getter', s: '(…)', h: keep(new Unread(owner, key)), d: dim ? 1 : 0 };
}

// A property, without running an accessor of the page.
function ownSlot(owner, key) {
  var property = propertyOf(owner, key);
  if (!property) return slot(key, undefined, true);
  if ('value' in property) return slot(key, property.value, !property.enumerable);
  return property.get ? unread(owner, key, !property.enumerable) : slot(key, undefined, true);
}

function isNative(accessor) {
  return /\{\s*\[native code\]\s*\}$/.test(sourceOf.call(accessor)) && !/^bound /.test(accessor.name);
}

// Accessors of the classes that a value is of: the browser's own are read, the page's wait.
function inherited(value) {
  var rows = [], seen = {};
  var proto = Object.getPrototypeOf(value);
  for (var depth = 0; proto && proto !== Object.prototype && depth < 12; depth++) {
    var owner = proto;
    Reflect.ownKeys(owner).forEach(function (key) {
      var property = propertyOf(owner, key);
      if (typeof key !== 'string' || key in seen || !property.get) return;
      seen[key] = true;
      rows.push({ key: key, make: function () {
        if (!isNative(property.get)) return unread(value, key, false);
        try { return slot(key, property.get.call(value), false); } catch (e) { return unread(value, key, true); }
      } });
    });
    proto = Object.getPrototypeOf(owner);
  }
  return rows;
}

// An element has some two hundred, most of them handlers that nobody has set.
function inheritedByName(element) {
  return inherited(element).filter(function (row) {
    return !/^on/.test(row.key) || element[row.key] !== null;
  }).sort(function (a, b) { return a.key < b.key ? -1 : 1; });
}

function made(rows) {
  return rows.map(function (row) { return row.make; });
}

function counted(count, rowAt) {
  return { count: count, rowAt: rowAt };
}

function listed(rows) {
  return counted(rows.length, function (i) { return rows[i](); });
}

function owns(value, without) {
  var keys = Reflect.ownKeys(value).filter(function (k) { return !without || !without(k); });
  return counted(keys.length, function (i) { return ownSlot(value, keys[i]); });
}

function prototypeRow(value) {
  var proto = Object.getPrototypeOf(value);
  return listed(proto ? [function () { return slot('[[Prototype]]', proto, true); }] : []);
}

function entries(collection) {
  var all = [], steps = collection.entries(), isMap = collection instanceof Map;
  for (var e = steps.next(); !e.done && all.length < 20000; e = steps.next()) all.push(e.value);
  return counted(all.length, function (i) {
    if (!isMap) return slot(i, all[i][0], false);
    var key = all[i][0];
    if (key === null || typeof key !== 'object') return slot(brief(key, 1), all[i][1], false);
    return slot(brief(key, 1), { key: key, value: all[i][1] }, false);
  });
}

function ofList(value) {
  var length = value.length;
  var rows = [counted(length, function (i) { return ownSlot(value, i); })];
  // Asking for all names of a huge list takes longer than a frame.
  if (length <= 20000) rows.push(owns(value, function (k) { return /^\d+$/.test(String(k)); }));
  return rows.concat(prototypeRow(value));
}

function ofElement(element) {
  var children = Array.prototype.filter.call(element.childNodes, function (n) {
    return n.nodeType !== 3 || n.data.trim();
  });
  var rows = [counted(children.length, function (i) {
    var child = children[i];
    return child.nodeType === 1 ? slot('', child, false) : slot(child.nodeName, child.data, true);
  })];
  if (element.getBoundingClientRect) {
    var box = element.getBoundingClientRect();
    rows.push(listed([function () {
      return slot('[[Box]]', new Folder(function () { return [listed(made(inherited(box)))]; }), true);
    }]));
  }
  return rows.concat(listed([function () {
    return slot('[[Properties]]', new Folder(function () {
      return [owns(element), listed(made(inheritedByName(element))), prototypeRow(element)];
    }), true);
  }]));
}

function ofError(error) {
  var rows = [function () { return slot('message', String(error.message), false); }];
  var frames = framesOf(error);
  if (frames.length) rows.push(function () { return { n: 'stack', k: 'stack', s: frames.join('\n'), h: 0 }; });
  var shown = { message: 1, stack: 1, line: 1, column: 1, sourceURL: 1 };
  return [listed(rows), owns(error, function (k) { return k in shown; }), prototypeRow(error)];
}

function sections(value) {
  if (value instanceof Folder) return value.slots();
  if (Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView)) return ofList(value);
  if (value instanceof Map || value instanceof Set) {
    return [entries(value), listed([function () { return slot('size', value.size, true); }]), owns(value), prototypeRow(value)];
  }
  if (value instanceof Error) return ofError(value);
  if (value instanceof Node) return ofElement(value);
  if (typeof value === 'function') return [owns(value), prototypeRow(value)];
  return [owns(value), listed(made(inherited(value))), prototypeRow(value)];
}

function rowsOf(value, from) {
  var rows = [], at = 0;
  var all = sections(value);
  all.forEach(function (section) {
    for (var i = Math.max(0, from - at); i < section.count && rows.length < AT_ONCE; i++) {
      rows.push(section.rowAt(i));
    }
    at += section.count;
  });
  return { rows: rows, more: Math.max(0, at - from - rows.length) };
}

// Calls a function of the bridge of whichever frame of this page keeps a number.
function inFrames(call, gone) {
  for (var i = 0; i < window.frames.length; i++) {
    try {
      var bridge = window.frames[i][key];
      var found = bridge && call(bridge);
      if (found && found !== gone) return found;
    } catch (e) { /* a frame of another origin */ }
  }
  return gone;
}

var GONE = '{"gone":true}';

calls.open = function (number, from) {
  if (!kept.has(number)) return inFrames(function (b) { return b.open(number, from); }, GONE);
  try {
    return stringify(rowsOf(kept.get(number), from));
  } catch (e) {
    return stringify({ rows: [{ n: '', k: 'error', s: 'cannot be opened: ' + brief(e, 1), h: 0 }], more: 0 });
  }
};

// Runs an accessor of the page.
calls.read = function (number) {
  if (!kept.has(number)) return inFrames(function (b) { return b.read(number); }, GONE);
  try {
    var waiting = kept.get(number);
    return stringify(describe(waiting.owner[waiting.key]));
  } catch (e) {
    var thrown = describe(e);
    thrown.k = 'error';
    return stringify(thrown);
  }
};

calls.forget = function () {
  kept.clear();
  inFrames(function (b) { b.forget(); }, '');
  return '';
};
