// Runs before everything else in a page and tells the preview what happens: see PageBridge.java.
(function () {
  'use strict';
  var script = document.currentScript;
  if (script) script.remove();

  var key = Symbol.for('easel:%TOKEN%');
  if (window[key]) return;

  // Kept before the page can replace them.
  var post = window.alert.bind(window);
  var stringify = JSON.stringify;
  var nextFrame = window.requestAnimationFrame.bind(window);
  var now = performance.now.bind(performance);
  var later = window.setTimeout.bind(window);
  var globalEval = window.eval;

  var LONGEST_TEXT = 10000;
  var LINES_A_SECOND = 1000;
  var SELF = '/__easel/bridge.js';

  function send(message) {
    try {
      post('\u0001easel:%TOKEN%:' + stringify(message));
    } catch (e) { /* a page that breaks its own bridge loses its console, nothing else */ }
  }

  // ---- a flood of lines costs one counter each ----

  var second = 0, sent = 0, dropped = 0, flushing = false;

  function mayWrite() {
    var t = now();
    if (t - second > 1000) {
      second = t;
      sent = 0;
      sayDropped();
    }
    if (++sent <= LINES_A_SECOND) return true;
    dropped++;
    if (!flushing) {
      flushing = true;
      later(sayDropped, 250);
    }
    return false;
  }

  function sayDropped() {
    flushing = false;
    if (dropped === 0) return;
    send({ t: 'dropped', count: dropped });
    dropped = 0;
  }

  // ---- values as text ----

  function cut(text, longest) {
    return text.length > longest ? text.slice(0, longest) + '…' : text;
  }

  function errorText(e) {
    var head = String(e.name || 'Error') + (e.message ? ': ' + e.message : '');
    var frames = framesOf(e).join('\n');
    var cause = e.cause === undefined ? '' : '\ncaused by ' + show(e.cause, 1, []);
    return head + (frames ? '\n' + frames : '') + cause;
  }

  function elementText(e) {
    var tag = e.cloneNode(false).outerHTML || '<' + e.nodeName.toLowerCase() + '>';
    return cut(tag.replace(/<\/[^>]*>$/, ''), 200);
  }

  function listText(open, parts, close, more) {
    if (more > 0) parts.push('… ' + more + ' more');
    var line = open + parts.join(', ') + close;
    return line.length <= 100 ? line : open + '\n  ' + parts.join(',\n').replace(/\n/g, '\n  ') + '\n' + close;
  }

  function objectText(value, depth, seen) {
    if (seen.indexOf(value) >= 0) return '[circular]';
    var name = value.constructor && value.constructor.name;
    if (depth > 3) return Array.isArray(value) ? '[…]' : (name && name !== 'Object' ? name + ' ' : '') + '{…}';
    var inside = seen.concat([value]);
    var item = function (v) { return show(v, depth + 1, inside); };
    if (Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      var prefix = Array.isArray(value) ? '' : name + '(' + value.length + ') ';
      return prefix + listText('[', Array.prototype.slice.call(value, 0, 100).map(item), ']', value.length - 100);
    }
    if (value instanceof Map) {
      return listText('Map {', Array.from(value).slice(0, 100).map(function (e) {
        return item(e[0]) + ' => ' + item(e[1]);
      }), '}', value.size - 100);
    }
    if (value instanceof Set) return listText('Set {', Array.from(value).slice(0, 100).map(item), '}', value.size - 100);
    var keys = Object.keys(value);
    var parts = keys.slice(0, 100).map(function (k) {
      var v;
      try { v = item(value[k]); } catch (e) { v = '[throws ' + e + ']'; }
      return (/^[\w$]+$/.test(k) ? k : stringify(k)) + ': ' + v;
    });
    return (name && name !== 'Object' ? name + ' ' : '') + listText('{', parts, '}', keys.length - 100);
  }

  function show(value, depth, seen) {
    try {
      switch (typeof value) {
        case 'string': return depth === 0 ? value : stringify(cut(value, 1000));
        case 'function': return /^class\b/.test(Function.prototype.toString.call(value))
          ? 'class ' + value.name : 'function ' + (value.name || '(anonymous)');
        case 'bigint': return value + 'n';
        case 'number': return Object.is(value, -0) ? '-0' : String(value);
        case 'object': break;
        default: return String(value);
      }
      if (value === null) return 'null';
      if (value instanceof Error || value instanceof DOMException) return errorText(value);
      if (value instanceof Element) return elementText(value);
      if (value instanceof Node) return value.nodeName;
      if (value instanceof Date) return isNaN(value) ? 'Invalid Date' : value.toISOString();
      if (value instanceof RegExp) return String(value);
      if (value instanceof Promise) return 'Promise';
      if (value === window) return 'Window';
      return objectText(value, depth, seen);
    } catch (e) {
      return '[cannot be shown]';
    }
  }

  // console.log('%d of %s', 1, 'two', 3)
  function format(args) {
    var rest = Array.prototype.slice.call(args);
    var text = '';
    if (typeof rest[0] === 'string' && rest.length > 1) {
      text = rest.shift().replace(/%([sdifoOjc%])/g, function (all, kind) {
        if (kind === '%') return '%';
        if (rest.length === 0) return all;
        var v = rest.shift();
        if (kind === 'c') return '';
        if (kind === 'd' || kind === 'i') return typeof v === 'symbol' ? 'NaN' : String(parseInt(v, 10));
        if (kind === 'f') return typeof v === 'symbol' ? 'NaN' : String(parseFloat(v));
        return show(v, kind === 's' ? 0 : 1, []);
      });
      if (rest.length) text += ' ';
    }
    return text + rest.map(function (v) { return show(v, 0, []); }).join(' ');
  }

  // ---- places ----

  function framesOf(error) {
    return String(error && error.stack || '').split('\n').filter(function (f) {
      // Frames without an address are evaluated code: in XML documents, this script itself.
      return f && !/@$/.test(f) && f.indexOf(SELF) < 0 && f.indexOf('[native code]') < 0;
    }).slice(0, 30);
  }

  function place(frames) {
    for (var i = 0; i < frames.length; i++) {
      var m = /^(?:.*?@)?((?:https?|blob|data):.*?):(\d+):(\d+)$/.exec(frames[i]);
      if (m) return { file: m[1], line: +m[2], column: +m[3] };
    }
    return { file: '', line: 0, column: 0 };
  }

  function write(level, text, frames, withStack) {
    var p = place(frames);
    send({
      t: 'console', level: level, text: cut(text, LONGEST_TEXT),
      file: p.file, line: p.line, column: p.column, stack: withStack ? frames.join('\n') : ''
    });
  }

  // ---- console ----

  var indent = '', counts = {}, timers = {};

  function say(level, text, withStack) {
    write(level, indent + text, framesOf(new Error()), withStack);
  }

  function define(name, body) {
    var f = function () {
      if (mayWrite()) body(arguments);
    };
    Object.defineProperty(f, 'name', { value: name });
    console[name] = f;
  }

  ['debug', 'log', 'info'].forEach(function (level) {
    define(level, function (args) { say(level, format(args), false); });
  });
  define('warn', function (args) { say('warn', format(args), true); });
  define('error', function (args) { say('error', format(args), true); });
  define('trace', function (args) { say('debug', 'Trace: ' + format(args), true); });
  define('dir', function (args) { say('log', show(args[0], 1, []), false); });
  define('dirxml', function (args) { say('log', format(args), false); });
  define('table', function (args) { say('log', show(args[0], 1, []), false); });
  define('assert', function (args) {
    if (args[0]) return;
    var rest = Array.prototype.slice.call(args, 1);
    say('error', 'Assertion failed' + (rest.length ? ': ' + format(rest) : ''), true);
  });
  define('count', function (args) {
    var label = args.length ? String(args[0]) : 'default';
    counts[label] = (counts[label] || 0) + 1;
    say('debug', label + ': ' + counts[label], false);
  });
  define('countReset', function (args) { delete counts[args.length ? String(args[0]) : 'default']; });
  define('time', function (args) { timers[args.length ? String(args[0]) : 'default'] = now(); });
  ['timeEnd', 'timeLog'].forEach(function (name) {
    define(name, function (args) {
      var label = args.length ? String(args[0]) : 'default';
      if (!(label in timers)) return;
      say('debug', label + ': ' + (now() - timers[label]).toFixed(2) + ' ms', false);
      if (name === 'timeEnd') delete timers[label];
    });
  });
  ['group', 'groupCollapsed'].forEach(function (name) {
    define(name, function (args) {
      if (args.length) say('log', format(args), false);
      indent = cut(indent + '  ', 40);
    });
  });
  define('groupEnd', function () { indent = indent.slice(2); });
  // The preview's list stays: what came before an error is worth keeping.
  console.clear = function clear() {};

  // ---- dialogs never block: a preview may have nobody to answer ----

  window.alert = function alert(message) {
    if (mayWrite()) say('alert', arguments.length ? String(message) : '', false);
  };
  window.confirm = function confirm(message) {
    if (mayWrite()) say('alert', 'confirm: ' + (arguments.length ? message : '') + ' (answered: OK)', false);
    return true;
  };
  window.prompt = function prompt(message, otherwise) {
    var answer = otherwise === undefined ? '' : String(otherwise);
    if (mayWrite()) {
      say('alert', 'prompt: ' + (arguments.length ? message : '') + ' (answered: "' + answer + '")', false);
    }
    return answer;
  };

  // ---- errors ----

  function failedResource(element) {
    var url = element.currentSrc || element.src || element.href || element.data || '';
    if (typeof url !== 'string') url = url.baseVal || '';
    write('error', 'Could not load ' + element.nodeName.toLowerCase() + ' ' + cut(url, 500), [], false);
  }

  window.addEventListener('error', function (event) {
    if (!mayWrite()) return;
    if (event.target instanceof Node) {
      failedResource(event.target);
      return;
    }
    var muted = !event.filename && /^Script error\.?$/.test(event.message);
    send({
      t: 'console', level: 'error', text: cut(String(event.message), LONGEST_TEXT),
      file: event.filename, line: event.lineno, column: event.colno,
      stack: framesOf(event.error).join('\n'), muted: muted
    });
  }, true);

  window.addEventListener('unhandledrejection', function (event) {
    if (!mayWrite()) return;
    var reason = event.reason;
    var text = reason instanceof Error
      ? String(reason.name || 'Error') + (reason.message ? ': ' + reason.message : '')
      : show(reason, 0, []);
    write('error', 'Unhandled promise rejection: ' + text, framesOf(reason), true);
  }, true);

  document.addEventListener('securitypolicyviolation', function (event) {
    if (!/^\w+:/.test(event.blockedURI)) return;
    if (mayWrite()) send({ t: 'blocked', url: event.blockedURI, directive: event.effectiveDirective });
  }, true);

  // ---- frames and times ----

  var frames = 0, last = -1;

  window.requestAnimationFrame = function requestAnimationFrame(callback) {
    if (typeof callback !== 'function') return nextFrame(callback);
    return nextFrame(function (time) {
      if (time !== last) {
        last = time;
        frames++;
      }
      return callback(time);
    });
  };

  if (window === window.top) {
    var timed = function (moment) { send({ t: 'timed', moment: moment, ms: now() }); };
    timed('started');
    var title = '';
    var sayTitle = function () {
      if (document.title === title || !mayWrite()) return;
      title = document.title;
      send({ t: 'titled', title: cut(title, 300) });
    };
    document.addEventListener('DOMContentLoaded', function () {
      sayTitle();
      if (document.head) {
        new MutationObserver(sayTitle).observe(document.head, { childList: true, characterData: true, subtree: true });
      }
      timed('dom_ready');
      nextFrame(function () { timed('first_frame'); });
    });
    window.addEventListener('load', function () { timed('load'); });
  }

  // ---- for the preview itself ----

  function toJson(value) {
    if (value === undefined) return 'null';
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint'
        || value instanceof Node || value instanceof Error || value === window) {
      return stringify(show(value, 0, []));
    }
    try {
      return stringify(value);
    } catch (e) {
      return stringify(show(value, 0, []));
    }
  }

  function evaluate(source) {
    try {
      return globalEval(source);
    } catch (e) {
      if (!(e instanceof SyntaxError) || !/\bawait\b/.test(source)) throw e;
      return globalEval('(async () => (' + source.replace(/;\s*$/, '') + '))()');
    }
  }

  function fail(id, reason) {
    var text = reason instanceof Error ? reason.name + ': ' + reason.message : show(reason, 0, []);
    send({ t: 'answer', id: id, json: '', error: text || 'Error' });
  }

  Object.defineProperty(window, key, { value: Object.freeze({
    stats: function () { return stringify({ frames: frames, ms: now() }); },
    run: function (id, source) {
      try {
        var value = evaluate(source);
        if (value === null || value === undefined || typeof value.then !== 'function') {
          send({ t: 'answer', id: id, json: toJson(value), error: '' });
          return;
        }
        value.then(function (v) { send({ t: 'answer', id: id, json: toJson(v), error: '' }); },
          function (e) { fail(id, e); });
      } catch (e) {
        fail(id, e);
      }
    }
  }) });
})();
