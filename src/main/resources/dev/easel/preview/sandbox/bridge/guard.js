// Stops loops that would never end. Every loop and function of the page's own code counts $$ez.n down
// and calls $$ez.t() when nothing is left; the preview knows how long its thread has been kept, and
// says when to stop. See ScriptGuard.java and LoopGuard.java.

var guard = (function () {
  var NAME = '$$ez';
  var LONGEST_CODE = 2e6;
  var ASK_EVERY = 50, LOOK_AT_MOST_EVERY = 512;
  var gate = { n: 1 }, step = 1, looked = 0, asked = 0;
  var stops = new WeakSet(), lastStop = null, isFresh = false;

  // Where the preview cannot be asked (a page that is being left, a frame without dialogs, the end
  // of the stack), the clock is this one's own, and the preview hears of the stop when it can.
  var LIMIT = 1500, spent = 0, isArmed = false, unheard = null, UNKNOWN = '-';

  // The preview's answer, at once; null where it cannot be asked.
  function askPreview(message) {
    return nativePrompt(PREFIX + stringify(message), '');
  }

  // The error has the place, also where the stack has no room left to look.
  function alone(passed, error, number) {
    spent += passed < LIMIT / 3 ? passed : LIMIT / 3;
    if (!isArmed) {
      isArmed = true;
      later(function () {
        isArmed = false;
        spent = 0;
        if (unheard) tell();
      }, 0);
    }
    if (spent < LIMIT) return '';
    unheard = { error: error, number: number };
    return 'Stopped code that ran without a pause';
  }

  // Of a stop that no check could tell of before the task ended.
  function tell() {
    begin();
    try { look(0); } catch (e) { /* the next check tells */ }
  }

  function verdict(passed, number) {
    var question = { t: 'task', fresh: isFresh, stopped: unheard !== null, number: number };
    if (unheard) {
      question.stack = stackOf(unheard.error);
      question.number = unheard.number;
    }
    isFresh = false;
    var answer = askPreview(question);
    if (answer === null) return alone(passed, new Error(), number);
    unheard = null;
    if (answer !== 'where') return answer;
    // It is time, also when there is no stack left to say where.
    spent = LIMIT;
    answer = String(askPreview({ t: 'task', stack: stackHere(), number: number }));
    spent = 0;
    return answer;
  }

  // Code that was made at run time has no frames with addresses.
  function stackOf(error) { return framesOf(error).join('\n') || UNKNOWN; }

  function stackHere() {
    var depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 200;
    try {
      return stackOf(new Error());
    } finally {
      Error.stackTraceLimit = depth;
    }
  }

  function stop(text) {
    if (lastStop && lastStop.message === text) return lastStop;
    var error = new Error(text);
    // WebKit's own console then says just the text, which is known to be there already.
    error.name = '';
    stops.add(error);
    return error;
  }

  // Looks at the clock about every millisecond, however long a turn of the loop takes. The number says
  // which check it is where stacks do not. What stops stays stopped for this task, or a loop around a
  // try would go on.
  function look(number) {
    var t = now(), passed = t - looked, text;
    looked = t;
    gate.n = 1;
    if (lastStop) {
      if (t - asked < 20 && !isFresh) throw lastStop;
    } else {
      if (passed < 0.5) step = step < LOOK_AT_MOST_EVERY ? step * 2 : step;
      else if (passed > 2) step = step > 4 ? step >> 2 : 1;
      gate.n = step;
      if (t - asked < ASK_EVERY) return;
    }
    try {
      passed = t - asked;
      asked = t;
      text = verdict(passed, number);
    } catch (e) {
      text = lastStop ? lastStop.message : alone(passed, e, number);
    }
    if (text === '') {
      lastStop = null;
      return;
    }
    gate.n = 1;
    lastStop = stop(text);
    throw lastStop;
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

  function define(owner, name, f, length, isShown) {
    Object.defineProperty(f, 'name', { value: name });
    Object.defineProperty(f, 'length', { value: length });
    Object.defineProperty(owner, name, { value: f, writable: true, configurable: true, enumerable: isShown !== false });
  }

  // Code that the page makes at run time goes to the preview, which gives it back with checks.

  var MAY_LOOP = /while|for|do|=>|function|\)\s*\{/;

  function made(kind, code) {
    if (code.length > LONGEST_CODE || !MAY_LOOP.test(code)) return code;
    return askPreview({ t: 'made', kind: kind, code: code }) || code;
  }

  function evaluated(code) { return typeof code === 'string' ? made('script', code) : code; }

  Object.defineProperty(gate, 't', { value: look });
  Object.defineProperty(gate, 'e', { value: evaluated });
  Object.defineProperty(window, NAME, { value: Object.preventExtensions(gate) });

  // new Function(...), and the same of async functions.
  function wrapConstructor(Native, kind) {
    var F = function () {
      var args = Array.prototype.slice.call(arguments), last = args.length - 1;
      if (last >= 0) args[last] = made(kind, String(args[last]));
      return Reflect.construct(Native, args, new.target === undefined || new.target === F ? Native : new.target);
    };
    define(Native.prototype, 'constructor', F, 1, false);
    Object.defineProperty(F, 'name', { value: Native.name });
    F.prototype = Native.prototype;
    Object.setPrototypeOf(F, Object.getPrototypeOf(Native));
    return F;
  }

  window.Function = wrapConstructor(Function, 'body');
  Object.defineProperty(window, 'Function', { enumerable: false });
  wrapConstructor(Object.getPrototypeOf(async function () {}).constructor, 'async_body');

  // Scripts whose text is set, by whatever name. What the page reads is what it wrote.
  var written = new WeakMap();

  function writes(name, owner) {
    var native = Object.getOwnPropertyDescriptor(owner, name);
    if (!native) return;
    Object.defineProperty(HTMLScriptElement.prototype, name, {
      configurable: true, enumerable: native.enumerable,
      get: function () {
        var text = native.get.call(this), own = written.get(this);
        return own && own.guarded === text ? own.text : text;
      },
      set: function (value) {
        var text = String(value), guarded = made('script', text);
        native.set.call(this, guarded);
        if (guarded !== text) written.set(this, { text: text, guarded: native.get.call(this) });
      }
    });
  }

  writes('text', HTMLScriptElement.prototype);
  writes('textContent', Node.prototype);
  writes('innerText', HTMLElement.prototype);
  writes('innerHTML', Element.prototype);

  ['appendChild', 'append'].forEach(function (name) {
    var native = name === 'append' ? Element.prototype.append : Node.prototype.appendChild;
    define(HTMLScriptElement.prototype, name, function (node) {
      var isText = typeof node === 'string' || node instanceof Text;
      if (arguments.length !== 1 || !isText || this.childNodes.length) return native.apply(this, arguments);
      if (typeof node !== 'string') native.call(this, node);
      this.textContent = typeof node === 'string' ? node : node.data;
      return name === 'append' ? undefined : node;
    }, 1);
  });

  // Markup and attributes with handlers in them.
  var MAY_RUN = /<script|\bon\w+\s*=|javascript:/i;

  function html(text) { return MAY_RUN.test(text) ? made('html', text) : text; }

  function wrapMethod(owner, name, index, change) {
    var native = owner[name];
    if (typeof native !== 'function') return;
    define(owner, name, function () {
      var args = Array.prototype.slice.call(arguments);
      if (index < args.length && typeof args[index] === 'string') args[index] = change(args[index], args);
      return native.apply(this, args);
    }, native.length);
  }

  function wrapSetter(owner, name) {
    var native = Object.getOwnPropertyDescriptor(owner, name);
    if (!native || !native.set) return;
    Object.defineProperty(owner, name, {
      configurable: true, enumerable: native.enumerable, get: native.get,
      set: function (value) { native.set.call(this, typeof value === 'string' ? html(value) : value); }
    });
  }

  wrapSetter(Element.prototype, 'innerHTML');
  wrapSetter(Element.prototype, 'outerHTML');
  wrapMethod(Element.prototype, 'insertAdjacentHTML', 1, html);
  wrapMethod(Range.prototype, 'createContextualFragment', 0, html);
  wrapMethod(Document.prototype, 'write', 0, html);
  wrapMethod(Document.prototype, 'writeln', 0, html);

  var setAttribute = Element.prototype.setAttribute;
  define(Element.prototype, 'setAttribute', function (name, value) {
    if (arguments.length > 1 && typeof name === 'string' && /^on/i.test(name)) {
      return setAttribute.call(this, name, made('handler', String(value)));
    }
    return setAttribute.apply(this, arguments);
  }, 2);

  // Scripts that get an address of their own.
  var NativeBlob = window.Blob;
  var GuardedBlob = function Blob(parts, options) {
    var given = parts, type = options && String(options.type);
    if (/javascript|ecmascript/i.test(type) && Array.isArray(parts)
        && parts.every(function (p) { return typeof p === 'string'; })) {
      given = [made('file', parts.join(''))];
    }
    var args = arguments.length ? [given, options] : [];
    return Reflect.construct(NativeBlob, args, new.target === undefined || new.target === GuardedBlob ? NativeBlob : new.target);
  };
  GuardedBlob.prototype = NativeBlob.prototype;
  define(NativeBlob.prototype, 'constructor', GuardedBlob, 0, false);
  define(window, 'Blob', GuardedBlob, 0, false);

  return {
    begin: begin,
    isStop: function (error) { return typeof error === 'object' && error !== null && stops.has(error); }
  };
})();
