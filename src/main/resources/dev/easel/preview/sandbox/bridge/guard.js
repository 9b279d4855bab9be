// Stops loops that would never end. The page's own code calls $$easel() in every loop and function;
// the preview knows how long its thread has been kept, and says when to stop. See LoopGuard.java.

var guard = (function () {
  var NAME = '$$easel';
  var LONGEST_CODE = 2e6;
  var ASK_EVERY = 50, LOOK_AT_MOST_EVERY = 512;
  var left = 0, step = 1, looked = 0, asked = 0;
  var stops = new WeakSet(), lastStop = null, isFresh = false;

  // Where the preview cannot be asked (a page that is being left, a frame without dialogs, the end
  // of the stack), the clock is this one's own.
  var LIMIT = 1500, spent = 0, isArmed = false, isUnheard = false;

  function alone(passed) {
    spent += passed < LIMIT / 3 ? passed : LIMIT / 3;
    if (!isArmed) {
      isArmed = true;
      later(function () { isArmed = false; spent = 0; }, 0);
    }
    if (spent < LIMIT) return '';
    isUnheard = true;
    return 'Stopped code that ran without a pause';
  }

  function verdict(passed) {
    var question = { t: 'task', fresh: isFresh, stopped: isUnheard };
    isFresh = false;
    if (isUnheard) question.stack = stackHere();
    var answer = ask(question);
    if (answer === null) return alone(passed);
    isUnheard = false;
    return answer === 'where' ? String(ask({ t: 'task', stack: stackHere() })) : answer;
  }

  function stackHere() {
    var depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 200;
    var stack = framesOf(new Error()).join('\n');
    Error.stackTraceLimit = depth;
    return stack;
  }

  function stop(text) {
    if (lastStop && lastStop.message === text) return lastStop;
    var error = new Error(text);
    // WebKit's own console then says just the text, which is known to be there already.
    error.name = '';
    stops.add(error);
    return error;
  }

  // Looks at the clock about every millisecond, however long a turn of the loop takes. What stops
  // stays stopped for this task, or a loop around a try would go on.
  function look() {
    var t = now(), passed = t - looked, text;
    looked = t;
    if (lastStop) {
      if (t - asked < 1 && !isFresh) throw lastStop;
    } else {
      if (passed < 0.5) step = step < LOOK_AT_MOST_EVERY ? step * 2 : step;
      else if (passed > 2) step = step > 4 ? step >> 2 : 1;
      left = step;
      if (t - asked < ASK_EVERY) return;
    }
    try {
      passed = t - asked;
      asked = t;
      text = verdict(passed);
    } catch (e) {
      text = lastStop ? lastStop.message : alone(passed);
    }
    if (text === '') {
      lastStop = null;
      return;
    }
    left = 0;
    lastStop = stop(text);
    throw lastStop;
  }

  function check() {
    if (--left < 0) look();
  }

  // A timer's callback begins a task, whatever was stopped before.
  function begin() {
    if (lastStop) isFresh = true;
  }

  function fresh(callback) {
    return function () {
      begin();
      return callback.apply(this, arguments);
    };
  }

  ['setTimeout', 'setInterval'].forEach(function (name) {
    var original = window[name];
    define(window, name, function () {
      var args = Array.prototype.slice.call(arguments);
      if (typeof args[0] === 'function') args[0] = fresh(args[0]);
      else if (args.length) args[0] = made('script', String(args[0]));
      return original.apply(this === undefined ? window : this, args);
    }, 1);
  });

  function define(owner, name, f, length) {
    Object.defineProperty(f, 'name', { value: name });
    Object.defineProperty(f, 'length', { value: length });
    Object.defineProperty(owner, name, { value: f, writable: true, configurable: true, enumerable: true });
  }

  // Code that the page makes at run time goes to the preview, which gives it back with checks.

  var MAY_LOOP = /while|for|do|=>|function|\)\s*\{/;

  function made(kind, code) {
    if (code.length > LONGEST_CODE || !MAY_LOOP.test(code)) return code;
    return ask({ t: 'made', kind: kind, code: code }) || code;
  }

  check.e = function (code) { return typeof code === 'string' ? made('script', code) : code; };
  Object.defineProperty(window, NAME, { value: Object.freeze(check) });

  return {
    begin: begin,
    made: made,
    isStop: function (error) { return typeof error === 'object' && error !== null && stops.has(error); }
  };
})();
