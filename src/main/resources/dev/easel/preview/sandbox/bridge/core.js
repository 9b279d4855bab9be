// What every part uses: a way to tell the preview something, and the page's functions as they were.

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
var nativePrompt = window.prompt.bind(window);
var globalEval = window.eval;

// What the preview may call: each part adds its functions. Out of the page's reach by its key alone.
var calls = {};

var PREFIX = '\u0001easel:%TOKEN%:';
var LONGEST_TEXT = 10000;
var SELF = '/__easel/bridge.js';

function send(message) {
  try {
    post(PREFIX + stringify(message));
  } catch (e) { /* a page that breaks its own bridge loses its console, nothing else */ }
}

// Around every dialog: what measures the page's time leaves out what its user takes.
var dialogOpened = function () {}, dialogClosed = function () {};
