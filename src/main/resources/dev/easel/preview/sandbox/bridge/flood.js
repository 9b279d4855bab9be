// A flood of lines costs one counter each.

var LINES_A_SECOND = 1000;
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
