// Frames and times.

var frames = 0, last = -1;

window.requestAnimationFrame = function requestAnimationFrame(callback) {
  if (typeof callback !== 'function') return nextFrame(callback);
  return nextFrame(function (time) {
    guard.begin();
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

calls.stats = function () { return stringify({ frames: frames, ms: now() }); };
