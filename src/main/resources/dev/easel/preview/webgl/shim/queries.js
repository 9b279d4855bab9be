// Queries, samplers, sync objects: what has happened in the driver becomes known between two tasks of
// the page, never within one.

Object.assign(own, {
  beginQuery(target, query) {
    if (arguments.length < 2) few('beginQuery', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOf(s, query, QUERY);
    if (id < 0) return;
    var record = query[$];
    if (target === 0x8C2F || target === 0x8D6A || target === 0x8C88) {
      if (record.target && record.target !== target || s.queries[queryPlace(target)]) {
        fail(s, INVALID_OPERATION);
        return;
      }
      record.target = target;
      record.isKnown = false;
      record.ticket = 0;
      s.queries[queryPlace(target)] = record;
    } else if (!isTimerQuery(s, target)) {
      fail(s, INVALID_ENUM);
      return;
    }
    command(s, OP_beginQuery, target, id);
  },

  endQuery(target) {
    if (arguments.length < 1) few('endQuery', 1, 0);
    var s = this[$];
    if (s.lost) return;
    if (target === 0x8C2F || target === 0x8D6A || target === 0x8C88) {
      var record = s.queries[queryPlace(target)];
      if (!record || record.target !== target) {
        fail(s, INVALID_OPERATION);
        return;
      }
      s.queries[queryPlace(target)] = null;
      record.turn = turn;
    } else if (!isTimerQuery(s, target)) {
      fail(s, INVALID_ENUM);
      return;
    }
    command(s, OP_endQuery, target);
  },

  getQuery(target, name) {
    if (arguments.length < 2) few('getQuery', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (name !== constants2.CURRENT_QUERY || target !== 0x8C2F && target !== 0x8D6A && target !== 0x8C88) {
      fail(s, INVALID_ENUM);
      return null;
    }
    var record = s.queries[queryPlace(target)];
    return record && record.target === target ? record.object : null;
  },

  getQueryParameter(query, name) {
    if (arguments.length < 2) few('getQueryParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    var id = idOf(s, query, QUERY);
    if (id < 0) return null;
    var record = query[$];
    if (name !== constants2.QUERY_RESULT && name !== constants2.QUERY_RESULT_AVAILABLE) {
      fail(s, INVALID_ENUM);
      return null;
    }
    if (!record.target || s.queries[queryPlace(record.target)] === record) {
      fail(s, INVALID_OPERATION);
      return null;
    }
    // A result becomes known between two tasks of the page, never within one.
    if (record.turn === turn) {
      waitATurn();
      return name === constants2.QUERY_RESULT ? 0 : false;
    }
    if (name === constants2.QUERY_RESULT_AVAILABLE) {
      record.isKnown = record.isKnown || askLater(s, record, OP_getQueryObjectuiv, name, 1) === 1;
      return record.isKnown;
    }
    if (!ask(s, OP_getQueryObjectuiv, id, name, 1)) return null;
    var found = ri() >>> 0;
    return record.target === 0x8C88 ? found : found !== 0 ? 1 : 0;
  },

  bindSampler(unit, sampler) {
    if (arguments.length < 2) few('bindSampler', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, sampler, SAMPLER);
    if (id >= 0) command(s, OP_bindSampler, unit, id);
  },

  fenceSync(condition, flags) {
    if (arguments.length < 2) few('fenceSync', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (condition !== 0x9117 || flags !== 0) {
      fail(s, condition !== 0x9117 ? INVALID_ENUM : INVALID_VALUE);
      return null;
    }
    var record = {
      owner: s, id: ++s.ids[SYNC], kind: SYNC, gone: false, object: null, turn: turn, signaled: false, uses: 0, label: ''
    };
    record.object = make(types[SYNC], record);
    s.objects[SYNC][record.id] = record;
    room(s, 4);
    I[p] = OP_fenceSync | 4 << 10;
    I[p + 1] = record.id;
    I[p + 2] = condition;
    I[p + 3] = flags;
    p += 4;
    return record.object;
  },

  clientWaitSync(sync, flags, timeout) {
    if (arguments.length < 3) few('clientWaitSync', 3, arguments.length);
    var s = this[$];
    if (s.lost) return 0x911D;
    var id = idOf(s, sync, SYNC);
    if (id < 0) return 0x911D;
    if (flags & ~1) {
      fail(s, INVALID_VALUE);
      return 0x911D;
    }
    if (timeout > 0 || timeout < -1) {
      fail(s, INVALID_OPERATION);
      return 0x911D;
    }
    return isSignaled(s, sync[$]) ? 0x911A : 0x911B;
  },

  waitSync(sync, flags, timeout) {
    if (arguments.length < 3) few('waitSync', 3, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOf(s, sync, SYNC);
    if (id < 0) return;
    if (flags !== 0 || timeout !== -1) fail(s, INVALID_VALUE);
    // One thread draws everything: what came before has been drawn before.
  },

  getSyncParameter(sync, name) {
    if (arguments.length < 2) few('getSyncParameter', 2, arguments.length);
    var s = this[$];
    if (s.lost) return null;
    if (idOf(s, sync, SYNC) < 0) return null;
    switch (name) {
      case 0x9112: return 0x9116;
      case 0x9113: return 0x9117;
      case 0x9114: return isSignaled(s, sync[$]) ? 0x9119 : 0x9118;
      case 0x9115: return 0;
    }
    fail(s, INVALID_ENUM);
    return null;
  }
});

// Both occlusion queries share a place: only one of them may run.
function queryPlace(target) {
  return target === 0x8D6A ? 0x8C2F : target;
}

// Counts the page's tasks, as far as anyone asks.
var turn = 0, turning = false;

function waitATurn() {
  if (turning) return;
  turning = true;
  env.later(function () {
    turning = false;
    turn++;
  }, 0);
}

function isSignaled(s, record) {
  if (record.signaled) return true;
  if (record.turn === turn) {
    waitATurn();
    return false;
  }
  record.signaled = askLater(s, record, OP_getSynciv, 0x9114) === 0x9119;
  return record.signaled;
}

var tickets = 0;

// Asks about an object without waiting for what the driver has still to do before: the first word of
// the answer to an earlier call, or null.
function askLater(s, record, op, first, second) {
  var found = null;
  if (record.ticket) {
    var answer = env.ask('r' + session + number(record.ticket));
    if (answer === '') return null;
    found = answer.charCodeAt(1) | answer.charCodeAt(2) << 16;
    record.ticket = 0;
  }
  if (!found || found === 0x9118) {
    submit();
    record.ticket = ++tickets;
    var words = [OP_contextUse | 2 << 10, s.id, op | (second === undefined ? 3 : 4) << 10, record.id, first];
    if (second !== undefined) words.push(second);
    env.ask('l' + session + number(record.ticket) + words.map(number).join(''));
  }
  return found;
}
