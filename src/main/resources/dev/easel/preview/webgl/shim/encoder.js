// How calls reach the driver: words in one buffer, sent when it is full, when an answer is wanted,
// and once a frame. See Args.java and Reply.java for the two formats.

var NULL = 0, INLINE = 1, AHEAD = 2, OFFSET = 3;
var INLINE_BYTES = 65536;

var words = 1 << 18;
var bytes = new ArrayBuffer(words * 4);
var I = new Int32Array(bytes), F = new Float32Array(bytes), B = new Uint8Array(bytes), H = new Uint16Array(bytes);
// The next free word, the first that a command of no more than 32 words cannot begin at, and the
// context that the commands before p are for.
var p = 0, END = words - 32, cur = null;

var reply = null, RI, RF, RB, RH;
var r = 0;

function replyOf(bytes) {
  reply = new ArrayBuffer(bytes);
  RI = new Int32Array(reply);
  RF = new Float32Array(reply);
  RB = new Uint8Array(reply);
  RH = new Uint16Array(reply);
}

replyOf(1 << 16);

// Place for the pieces of what goes ahead of a command, which may be half written already.
var pieces = new Int32Array(1 << 18), pieceBytes = new Uint8Array(pieces.buffer), pieceHalves = new Uint16Array(pieces.buffer);

var fromCharCode = String.fromCharCode;

function grow(wanted) {
  while (words < wanted + 64) words *= 2;
  bytes = new ArrayBuffer(words * 4);
  I = new Int32Array(bytes);
  F = new Float32Array(bytes);
  B = new Uint8Array(bytes);
  H = new Uint16Array(bytes);
  END = words - 32;
  if (isShared) isShared = share();
}

// Where a command of unknown length begins that is not ended yet, and whose it is. While there is one,
// no context is current, so that every other call comes through room: then an argument threw, or was
// an object whose conversion called WebGL, and what was written of the command is forgotten.
var opened = -1, openedBy = null;
// What the length of a command has bits for.
var LONGEST = 1 << 22;

function forgetOpened() {
  if (opened < 0) return;
  p = opened;
  opened = -1;
}

// Makes s the context of what follows, and place for n words.
function room(s, n) {
  forgetOpened();
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

// ---- messages: a letter, the document's number, and bytes, which the preview reads where they are
// or, as the public way, gets as text, a character for two bytes ----

var GONE = 'x';
var SILENT = 'the graphics driver has stopped answering; usually a shader loops for too long, or one draw is too much';
var PIECE = 8192;
var MEMORY = Symbol.for('easel-gl:memory');

function characters(halves, count) {
  var text = '';
  for (var k = 0; k < count; k += PIECE) {
    text += fromCharCode.apply(null, halves.subarray(k, Math.min(count, k + PIECE)));
  }
  return text;
}

function number(n) { return fromCharCode(n & 0xffff, n >>> 16); }

var session = env.ask('o');
var isShared = share();

// Offers the arrays to the preview; each side looks for what the other has written.
function share() {
  if (window !== window.top) return false;
  var mark = Math.random() * 4294967296 | 0;
  var arrays = [I, RI, pieces], sizes = '';
  for (var k = 0; k < arrays.length; k++) {
    arrays[k][0] = mark;
    arrays[k][1] = 0;
    sizes += number(arrays[k].length);
  }
  Object.defineProperty(window, MEMORY, { value: arrays, configurable: true });
  try {
    var answer = env.ask('m' + session + number(mark) + sizes);
  } finally {
    delete window[MEMORY];
  }
  return answer === 'm' && arrays.every(function (a) { return a[1] === ~mark; });
}

// Sends what there is. shown: contexts whose frame is part of it.
function submit(shown) {
  var count = shown ? shown.length : 0;
  forgetOpened();
  if (p === 0 && count === 0) return;
  var heads = fromCharCode(count);
  for (var k = 0; k < count; k++) heads += number(shown[k].id);
  var n = p;
  p = 0;
  cur = null;
  var answer = env.ask(isShared ? 'C' + session + heads + number(n * 4) : 'c' + session + heads + characters(H, n * 2));
  if (answer === GONE) driverGone(SILENT);
}

// Sends bytes for the next command that wants some.
function sendAhead(view) {
  var length = view.length, most = pieceBytes.length;
  for (var from = 0; from < length; from += most) {
    var n = Math.min(most, length - from);
    pieceBytes.set(view.subarray(from, from + n));
    var head = session + number(length) + number(from);
    if (isShared) env.ask('B' + head + number(n));
    else env.ask('b' + head + characters(pieceHalves, n + 1 >> 1));
  }
}

// Sends what there is and waits; the answers are read with ri() and the like.
function query() {
  var n = p, answer;
  p = 0;
  cur = null;
  if (isShared) answer = env.ask('Q' + session + number(n * 4));
  else answer = env.ask('q' + session + characters(H, n * 2));
  r = 0;
  var got = take(answer);
  if (!got) driverGone(SILENT);
  return got;
}

// Puts an answer where it is read; false when there is none.
function take(answer) {
  if (answer.charAt(0) === 'm') return (answer.charCodeAt(1) | answer.charCodeAt(2)) !== 0;
  var halves = answer.length - 1;
  if (halves * 2 > reply.byteLength) {
    replyOf(halves * 3 & ~3);
    if (isShared) isShared = share();
  }
  for (var k = 0; k < halves; k++) RH[k] = answer.charCodeAt(k + 1);
  return halves > 0;
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
