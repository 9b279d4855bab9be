// How calls reach the driver: words in one buffer, sent when it is full, when an answer is wanted,
// and once a frame. See Args.java and Reply.java for the two formats.

var NULL = 0, INLINE = 1, AHEAD = 2, OFFSET = 3;
var INLINE_BYTES = 65536;

var words = 1 << 16;
var bytes = new ArrayBuffer(words * 4);
var I = new Int32Array(bytes), F = new Float32Array(bytes), B = new Uint8Array(bytes), H = new Uint16Array(bytes);
// The next free word, the first that a command of no more than 32 words cannot begin at, and the
// context that the commands before p are for.
var p = 0, END = words - 32, cur = null;

var reply = new ArrayBuffer(1 << 12);
var RI = new Int32Array(reply), RF = new Float32Array(reply), RB = new Uint8Array(reply), RH = new Uint16Array(reply);
var r = 0;

var fromCharCode = String.fromCharCode;

function grow(wanted) {
  while (words < wanted + 64) words *= 2;
  var old = I;
  bytes = new ArrayBuffer(words * 4);
  I = new Int32Array(bytes);
  F = new Float32Array(bytes);
  B = new Uint8Array(bytes);
  H = new Uint16Array(bytes);
  I.set(old.subarray(0, p));
  END = words - 32;
}

// Where a command of unknown length begins that is not ended yet, and whose it is. While there is one,
// no context is current, so that every other call comes through room: then an argument threw, or was
// an object whose conversion called WebGL, and what was written of the command is forgotten.
var opened = -1, openedBy = null;
// What the length of a command has bits for.
var LONGEST = 1 << 22;

// Makes s the context of what follows, and place for n words.
function room(s, n) {
  if (opened >= 0) {
    p = opened;
    opened = -1;
  }
  if (p + n > END) {
    submit();
    if (n > END) grow(n);
  }
  if (s !== cur) {
    cur = s;
    I[p] = OP_contextUse | 2 << 10;
    I[p + 1] = s.id;
    p += 2;
  }
}

// A command of unknown length: from = begin(...), words at p, end(from, OP).
function begin(s, n) {
  if (!(n < LONGEST - 8)) {
    fail(s, OUT_OF_MEMORY);
    throw new RangeError('WebGL takes no more than ' + LONGEST * 4 + ' bytes of arguments');
  }
  room(s, n + 8);
  opened = p;
  openedBy = cur;
  cur = null;
  return p++;
}

function end(from, op) {
  if (opened !== from) {
    // Commands came between its words: what is in the buffer means nothing any more.
    p = 0;
    driverGone('an argument called WebGL while it was being converted');
    return;
  }
  opened = -1;
  cur = openedBy;
  I[from] = op | p - from << 10;
}

function low(n) { return n | 0; }

function high(n) {
  n = +n;
  return n >= 0 && n < 4294967296 ? 0 : Math.floor(Math.trunc(n) / 4294967296) | 0;
}

function long(n) {
  I[p] = low(n);
  I[p + 1] = high(n);
  p += 2;
}

// At least (length / 2 + 2) words must be free.
function string(text) {
  var n = text.length;
  I[p++] = n;
  var at = p * 2;
  for (var k = 0; k < n; k++) H[at + k] = text.charCodeAt(k);
  p += n + 1 >> 1;
}

// Bytes of a view that go with a command; n words more than these must be free.
function data(view, offset, length) {
  if (length > INLINE_BYTES) {
    sendAhead(new Uint8Array(view.buffer, view.byteOffset + offset, length));
    I[p++] = AHEAD;
    return;
  }
  I[p++] = INLINE;
  I[p++] = length;
  B.set(new Uint8Array(view.buffer, view.byteOffset + offset, length), p * 4);
  p += length + 3 >> 2;
}

function dataWords(length) {
  return length > INLINE_BYTES ? 1 : 2 + (length + 3 >> 2);
}

// ---- the public way: strings through prompt, a character for two bytes ----

var PIECE = 8192;

function characters(halves, count) {
  var text = '';
  for (var k = 0; k < count; k += PIECE) {
    text += fromCharCode.apply(null, halves.subarray(k, Math.min(count, k + PIECE)));
  }
  return text;
}

var session = env.ask('o');

function submit() {
  if (opened >= 0) room(openedBy, 0);
  if (p === 0) return;
  var text = characters(H, p * 2);
  p = 0;
  cur = null;
  env.ask('c' + session + text);
}

function sendAhead(view) {
  var even = view;
  if (view.byteOffset % 2 !== 0 || view.length % 2 !== 0) {
    even = new Uint8Array(view.length + 1 & ~1);
    even.set(view);
  }
  var halves = new Uint16Array(even.buffer, even.byteOffset, even.length / 2);
  env.ask('b' + session + fromCharCode(view.length & 0xffff, view.length >>> 16) + characters(halves, halves.length));
}

// Sends what there is and waits; the answers are read with ri() and the like.
function query() {
  var text = characters(H, p * 2);
  p = 0;
  cur = null;
  var answer = env.ask('q' + session + text);
  var n = answer.length;
  if (n * 2 > reply.byteLength) {
    reply = new ArrayBuffer(n * 3 & ~3);
    RI = new Int32Array(reply);
    RF = new Float32Array(reply);
    RB = new Uint8Array(reply);
    RH = new Uint16Array(reply);
  }
  for (var k = 0; k < n; k++) RH[k] = answer.charCodeAt(k);
  r = 0;
  if (n === 0) driverGone('the graphics driver has stopped answering; usually a shader loops for too long, or one draw is too much');
  return n > 0;
}

function ri() { return RI[r++]; }
function rf() { return RF[r++]; }
function rs() {
  var n = RI[r++];
  var text = '';
  for (var k = 0; k < n; k += PIECE) {
    text += fromCharCode.apply(null, RH.subarray(r * 2 + k, r * 2 + Math.min(n, k + PIECE)));
  }
  r += n + 1 >> 1;
  return text;
}

// Asks a command of whole numbers for its answer.
function ask(s, op) {
  for (var a = 2; a < arguments.length; a++) arguments[a] = +arguments[a];
  var from = begin(s, arguments.length);
  for (var k = 2; k < arguments.length; k++) I[p++] = arguments[k];
  end(from, op);
  return query();
}

// Asks a command that ends in a string.
function askText(s, op, number, text) {
  var from = begin(s, text.length / 2 + 4);
  I[p++] = number;
  string(text);
  end(from, op);
  return query();
}
