// A worker's console, told to the page that made the worker.

// Names that the shared parts know from a page.
var window = self, Node = function () {}, Element = Node;

var stringify = JSON.stringify;
var now = performance.now.bind(performance);
var later = self.setTimeout.bind(self);
var post = self.postMessage.bind(self);
var LONGEST_TEXT = 10000;
var SELF = '/__easel/worker.js';

function send(message) {
  post({ easel: '%TOKEN%', message: message });
}
