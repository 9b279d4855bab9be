// Shows the document piece by piece, for a picture of all of it.

var before = null;

function restyle(element, name, value) {
  before.styles.push([element, name, element.style.getPropertyValue(name), element.style.getPropertyPriority(name)]);
  element.style.setProperty(name, value, 'important');
}

function pinned(position) {
  return Array.prototype.filter.call(document.querySelectorAll('body *'), function (e) {
    return e.style && styleOf(e).position === position;
  });
}

calls.captureBegin = function () {
  var root = document.scrollingElement || document.documentElement;
  before = { x: window.scrollX, y: window.scrollY, styles: [] };
  // What sticks would be in every piece; in its place it is in one.
  pinned('sticky').forEach(function (e) {
    restyle(e, 'position', 'relative');
    restyle(e, 'inset', 'auto');
  });
  return stringify({ width: root.clientWidth, height: Math.max(root.scrollHeight, root.clientHeight), step: root.clientHeight });
};

// What is fixed to the window is in the first piece only.
calls.captureAt = function (y) {
  if (y > 0 && !before.hidden) {
    before.hidden = true;
    pinned('fixed').forEach(function (e) { restyle(e, 'visibility', 'hidden'); });
  }
  window.scrollTo({ left: 0, top: y, behavior: 'instant' });
  return stringify({ y: window.scrollY });
};

calls.captureEnd = function () {
  if (!before) return '';
  before.styles.reverse().forEach(function (s) { s[0].style.setProperty(s[1], s[2], s[3]); });
  window.scrollTo({ left: before.x, top: before.y, behavior: 'instant' });
  before = null;
  return '';
};
