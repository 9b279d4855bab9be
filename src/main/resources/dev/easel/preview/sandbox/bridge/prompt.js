// The line below the console: statements as well as expressions, and values that can be opened.

// The element that was picked last, `$0` to the user; the element picker sets it.
var picked = null;
var lastResult;

// The starts of statements that are in no bracket and no string; good enough for a line of input.
function statementStarts(source) {
  var starts = [0], depthNow = 0, i = 0;
  var skip = function (end) {
    for (i++; i < source.length && source[i] !== end; i++) if (source[i] === '\\') i++;
  };
  for (; i < source.length; i++) {
    var c = source[i];
    if (c === '"' || c === "'" || c === '`') skip(c);
    else if (c === '/' && source[i + 1] === '/') while (i < source.length && source[i] !== '\n') i++;
    else if (c === '/' && source[i + 1] === '*') i = (source.indexOf('*/', i) + 1) || source.length;
    else if ('([{'.indexOf(c) >= 0) depthNow++;
    else if (')]}'.indexOf(c) >= 0) depthNow--;
    if (depthNow === 0 && (c === ';' || c === '}' || source[i] === '\n')) starts.push(i + 1);
  }
  return starts;
}

function replaceAtStarts(source, pattern, replacement) {
  return statementStarts(source).reduceRight(function (text, at) {
    return text.slice(0, at) + text.slice(at).replace(pattern, replacement);
  }, source);
}

// What is declared stays for the next line, and may be declared again.
function declared(source) {
  return replaceAtStarts(replaceAtStarts(source, /^(\s*)(?:const|let)\b/, '$1var'),
    /^(\s*)class\s+([\w$]+)/, '$1var $2 = class $2');
}

function compiles(source) {
  try {
    new Function(source);
    return true;
  } catch (e) {
    return false;
  }
}

// The body of an async function that returns what its last statement is worth.
function awaited(source) {
  var text = replaceAtStarts(source, /^(\s*)(?:const|let|var)\s+(?=[\w$]+\s*=)/, '$1');
  var starts = statementStarts(text);
  for (var i = starts.length - 1; i >= 0; i--) {
    var tail = text.slice(starts[i]).replace(/;?\s*$/, '');
    var body = text.slice(0, starts[i]) + '\nreturn (' + tail + '\n)';
    if (tail.trim() && compiles('(async () => {' + body + '\n})')) return body;
  }
  return text;
}

function isObjectLiteral(source) {
  return /^\s*\{[^]*\}\s*;?\s*$/.test(source) && compiles('(' + source.replace(/;?\s*$/, '') + '\n)');
}

// A typed loop may be as endless as the page's own: where the bridge has a guard, it is checked
// the same way.
function runChecked(source) {
  if (typeof guard !== 'object' || typeof guard.made !== 'function') return globalEval(source);
  guard.begin();
  return globalEval(guard.made('script', source));
}

function evaluateLine(source) {
  if (isObjectLiteral(source)) return runChecked('(' + source.replace(/;?\s*$/, '') + '\n)');
  var plain = declared(source);
  if (compiles(plain) || !/\bawait\b/.test(source)) {
    return runChecked(compiles(plain) ? plain : source);
  }
  return runChecked('(async () => {' + awaited(source) + '\n})()');
}

// `$0` and its kin are there for the line only, and never in place of the page's own.
function withHelp(run) {
  var help = {
    $0: picked, $_: lastResult,
    $: function (s) { return document.querySelector(s); },
    $$: function (s) { return Array.from(document.querySelectorAll(s)); }
  };
  var added = Object.keys(help).filter(function (name) { return !(name in window); });
  added.forEach(function (name) { window[name] = help[name]; });
  try {
    return run();
  } finally {
    added.forEach(function (name) { if (window[name] === help[name]) delete window[name]; });
  }
}

function remembered(value) {
  lastResult = value;
  return stringify(describe(value));
}

function failLine(id, reason) {
  send({ t: 'answer', id: id, json: stringify({ thrown: describe(reason) }), error: '' });
}

calls.line = function (id, source) {
  try {
    answer(id, withHelp(function () { return evaluateLine(source); }), remembered, failLine);
  } catch (e) {
    failLine(id, e);
  }
};

// Names that continue `a.b.c`; runs no code of the page but what a variable's name means.
calls.complete = function (text) {
  var m = /(?:^|[^\w$.])((?:[\w$]+\??\.)*)([\w$]*)$/.exec(text);
  if (!m) return '{"names":[]}';
  try {
    var path = m[1].split(/\??\./).filter(Boolean);
    var value = path.length ? (path[0] === 'this' ? window : globalEval(path[0])) : window;
    path.slice(1).forEach(function (name) { value = peek(value, name); });
    return stringify({ typed: m[2], names: namesOf(value, m[2]) });
  } catch (e) {
    return '{"names":[]}';
  }
};

function peek(value, name) {
  for (var o = Object(value); o; o = Object.getPrototypeOf(o)) {
    var property = propertyOf(o, name);
    if (property) {
      if ('value' in property) return property.value;
      return property.get && isNative(property.get) ? property.get.call(value) : undefined;
    }
  }
  return undefined;
}

function namesOf(value, typed) {
  var names = {};
  if (value === null || value === undefined) return [];
  for (var o = Object(value); o; o = Object.getPrototypeOf(o)) {
    Object.getOwnPropertyNames(o).slice(0, 5000).forEach(function (n) {
      if (n.indexOf(typed) === 0 && /^[A-Za-z_$][\w$]*$/.test(n)) names[n] = true;
    });
  }
  return Object.keys(names).sort().slice(0, 200);
}
