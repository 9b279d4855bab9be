// console.log and its kin, told to the preview.

var depth = 0, counts = {}, timers = {};
var DEEPEST = 20;

function indent() {
  return '  '.repeat(Math.min(depth, DEEPEST));
}

// @param extra what the console pane shows beyond the text: parts, table, group
function say(level, text, withStack, extra) {
  var more = extra || {};
  if (depth) more.depth = Math.min(depth, DEEPEST);
  write(level, indent() + text, framesOf(new Error()), withStack, more);
}

function sayAll(level, args, withStack, extra, head) {
  var pieces = piecesOf(args);
  if (head) pieces.unshift({ text: pieces.length ? head + ': ' : head, style: '' });
  var more = extra || {};
  more.parts = partsOf(pieces);
  say(level, textOf(pieces), withStack, more);
}

function define(name, body) {
  var f = function () {
    if (mayWrite()) body(arguments);
  };
  Object.defineProperty(f, 'name', { value: name });
  console[name] = f;
}

['debug', 'log', 'info'].forEach(function (level) {
  define(level, function (args) { sayAll(level, args, false); });
});
define('warn', function (args) { sayAll('warn', args, true); });
define('error', function (args) { sayAll('error', args, true); });
define('trace', function (args) { sayAll('debug', args, true, {}, 'Trace'); });
define('dir', function (args) { say('log', show(args[0], 1, []), false, { parts: partsOf([{ value: args[0] }]) }); });
define('dirxml', function (args) { sayAll('log', args, false); });
define('table', function (args) {
  say('log', show(args[0], 1, []), false, { table: tableOf(args[0], args[1]), parts: partsOf([{ value: args[0] }]) });
});
define('assert', function (args) {
  if (args[0]) return;
  sayAll('error', Array.prototype.slice.call(args, 1), true, {}, 'Assertion failed');
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
[['group', 'open'], ['groupCollapsed', 'collapsed']].forEach(function (g) {
  define(g[0], function (args) {
    sayAll('log', args.length ? args : [g[0]], false, { group: g[1] });
    depth++;
  });
});
// Not counted as a line: a flood must not leave the console indented.
console.groupEnd = function groupEnd() { depth = Math.max(0, depth - 1); };
// The preview's list stays: what came before an error is worth keeping.
console.clear = function clear() {};
