// Which contexts there are: no more than 16 in a page with all its frames, none for a canvas that is
// garbage, none in a frame that is gone.

var MOST_CONTEXTS = 16;

// Of this document: a weak reference and the driver's number. Weak, because a page that forgets a canvas
// expects its context to go with it; a canvas and its context object hold the rest.
var contexts = [];

function living() {
  var list = [];
  for (var k = 0; k < contexts.length; k++) {
    var s = contexts[k].ref.deref();
    if (s) list.push(s);
  }
  return list;
}

var SWEEP_MILLIS = 2000, sweeping = false;

// Frees what is garbage, now and then: in this WebKit a FinalizationRegistry never calls back.
function sweep() {
  contexts = contexts.filter(function (entry) {
    var s = entry.ref.deref();
    if (s) return s.id === entry.id && !s.lost;
    closeContext(entry.id);
    return false;
  });
}

function sweepLater() {
  if (sweeping) return;
  sweeping = true;
  env.later(function () {
    sweeping = false;
    sweep();
    if (contexts.length > 0) sweepLater();
  }, SWEEP_MILLIS);
}

// The contexts of all frames of the page, oldest first; in a frame of another origin, its own.
function shared(key, make) {
  try {
    var top = window.top, name = Symbol.for('easel-gl:' + key);
    if (!top[name]) Object.defineProperty(top, name, { value: make() });
    return top[name];
  } catch (e) {
    return make();
  }
}

var all16 = shared('contexts', function () { return []; });

// Makes room for one more context.
function makeRoom() {
  for (var k = all16.length - 1; k >= 0; k--) if (!all16[k].isThere()) all16.splice(k, 1);
  while (all16.length >= MOST_CONTEXTS) all16.shift().lose();
}

function enlist(s) {
  sweep();
  var ref = new WeakRef(s);
  contexts.push({ ref: ref, id: s.id });
  sweepLater();
  makeRoom();
  all16.push({
    isThere: function () {
      var there = ref.deref();
      return !!there && !there.lost && !isOver;
    },
    lose: function () {
      console.warn('WebGL: a page can have ' + MOST_CONTEXTS + ' contexts; its oldest one was lost to make room.');
      lose(ref.deref(), 'room');
    }
  });
}

// The driver's half of a context goes.
function closeContext(id) {
  if (isOver) return;
  var from = beginFree(2);
  I[p++] = id;
  end(from, OP_contextClose);
  cur = null;
  submit();
}

// While a frame is being removed WebKit answers no prompts, so the page around it sees to it.
var isOver = false;

window.addEventListener('pagehide', function () {
  isOver = true;
  try {
    window.top[Symbol.for('easel-gl:gone')](session);
  } catch (e) {
    env.ask('x' + session);
  }
});
