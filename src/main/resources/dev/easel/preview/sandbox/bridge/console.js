// console.log and its kin, told to the preview.

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
