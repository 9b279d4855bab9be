// WebKit holds the events of a page back while an alert or a prompt is open, and this script's are
// that, too. A request's states are told late then, and each as the last one: `4, 4, 4` instead of
// `2, 3, 4`, so that a page would take its answer three times.

var answered = new WeakSet();
var openRequest = XMLHttpRequest.prototype.open, listenTo = EventTarget.prototype.addEventListener;

function tellOnce(event) {
  if (this.readyState !== 4) return;
  if (answered.has(this)) event.stopImmediatePropagation();
  answered.add(this);
}

XMLHttpRequest.prototype.open = function open() {
  answered.delete(this);
  listenTo.call(this, 'readystatechange', tellOnce, true);
  return openRequest.apply(this, arguments);
};
