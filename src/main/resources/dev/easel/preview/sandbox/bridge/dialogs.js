// alert, confirm and prompt: shown over the page, and listed in its console.

// A prompt is the only call that gives an answer back. WebKit holds timers and frames meanwhile.

// The answer's first word: yes (with a value), no, later (a frame is being drawn, nothing may
// wait), ended (the page was replaced).
function ask(dialog, text, initial) {
  // The card names the page, which is not yet known to it while the page is read.
  if (window === window.top) send({ t: 'titled', title: cut(document.title, 300) });
  dialogOpened();
  try {
    var answer = String(nativePrompt(PREFIX + stringify({
      t: 'wish', wish: 'ask', dialog: dialog, text: text, initial: initial
    }), ''));
  } finally {
    dialogClosed();
  }
  if (answer === 'ended') throw new Error('The page was ended while it waited in ' + dialog + '()');
  if (answer === 'later') drawOutsideFrames();
  return answer;
}

// Once a page was found to open dialogs while it draws, its callbacks run after the frame instead
// of inside of it: a frame later, but there a dialog can wait.
var drawsOutside = false;

function drawOutsideFrames() {
  if (drawsOutside) return;
  drawsOutside = true;
  var inFrame = nextFrame;
  nextFrame = function (callback) {
    return inFrame(function (time) { later(function () { callback(time); }, 0); });
  };
}

function messageOf(args) {
  return args.length ? String(args[0]) : '';
}

function note(text, answer) {
  if (mayWrite()) say('alert', text + ' (answered: ' + answer + ')', false);
}

var UNSEEN = 'not shown, because nothing can wait while a frame is drawn; ';

window.alert = function alert(message) {
  var text = messageOf(arguments);
  if (mayWrite()) say('alert', text, false);
  if (ask('alert', text, '') === 'later') later(function () { ask('alert', text, ''); }, 0);
};

window.confirm = function confirm(message) {
  var text = messageOf(arguments);
  var answer = ask('confirm', text, '');
  var agreed = answer.slice(0, 3) === 'yes';
  note('confirm: ' + text, (answer === 'later' ? UNSEEN : '') + (agreed ? 'OK' : 'Cancel'));
  return agreed;
};

window.prompt = function prompt(message, otherwise) {
  var text = messageOf(arguments);
  var answer = ask('prompt', text, otherwise === undefined ? '' : String(otherwise));
  var typed = answer.slice(0, 3) === 'yes' ? answer.slice(4) : null;
  note('prompt: ' + text, (answer === 'later' ? UNSEEN : '') + (typed === null ? 'Cancel' : '"' + typed + '"'));
  return typed;
};
