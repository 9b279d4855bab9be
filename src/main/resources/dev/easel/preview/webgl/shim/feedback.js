// Transform feedback: what its objects are bound to, whether one is running.

Object.assign(own, {
  bindTransformFeedback(target, feedback) {
    if (arguments.length < 2) few('bindTransformFeedback', 2, arguments.length);
    var s = this[$];
    if (s.lost) return;
    var id = idOrNull(s, feedback, TRANSFORM_FEEDBACK);
    if (id < 0) return;
    if (target !== 0x8E22) {
      fail(s, INVALID_ENUM);
      return;
    }
    var now = feedbackState(s);
    if (now.active && !now.paused) {
      fail(s, INVALID_OPERATION);
      return;
    }
    s.feedback = id === 0 ? null : feedback[$];
    command(s, OP_bindTransformFeedback, target, id);
  },

  beginTransformFeedback(mode) {
    if (arguments.length < 1) few('beginTransformFeedback', 1, 0);
    var s = this[$];
    if (s.lost) return;
    if (!s.program) {
      fail(s, INVALID_OPERATION);
      return;
    }
    checkedFeedback(s, OP_beginTransformFeedback, [mode], function (state) {
      state.active = true;
      state.paused = false;
      state.program = s.program;
      feed(state, 1);
    });
  },

  endTransformFeedback() {
    var s = this[$];
    if (s.lost) return;
    checkedFeedback(s, OP_endTransformFeedback, [], function (state) {
      state.active = false;
      state.paused = false;
      state.program = null;
      feed(state, -1);
    });
  },

  pauseTransformFeedback() {
    var s = this[$];
    if (!s.lost) checkedFeedback(s, OP_pauseTransformFeedback, [], function (state) { state.paused = true; });
  },

  resumeTransformFeedback() {
    var s = this[$];
    if (s.lost) return;
    var state = feedbackState(s);
    if (state.program !== s.program) {
      fail(s, INVALID_OPERATION);
      return;
    }
    checkedFeedback(s, OP_resumeTransformFeedback, [], function () { state.paused = false; });
  }
});

function feedbackState(s) {
  return s.feedback || s.defaultFeedback;
}

// These are rare, so the driver is asked whether it took them.
function checkedFeedback(s, op, a, then) {
  drain(s);
  var from = begin(s, 4);
  a.forEach(function (n) { I[p++] = n; });
  end(from, op);
  if (!drain(s)) then(feedbackState(s));
}

// Counts, at each buffer that a feedback writes to, how many feedbacks do.
function feed(state, n) {
  new Set(state.places || []).forEach(function (record) { if (record) record.feeding = (record.feeding || 0) + n; });
}

// ---- buffers at places with a number: of the feedback that is bound, or of uniform blocks ----

function mayPlace(s, target, index) {
  if (target === 0x8C8E) return index >>> 0 < limit(s, 0x8C8B) && !feedbackState(s).active;
  return target === 0x8A11 && index >>> 0 < limit(s, 0x8A2F);
}

function notePlace(s, target, index, buffer) {
  var record = buffer ? buffer[$] : null;
  noteBuffer(s, target, record);
  if (target === 0x8A11) return;
  var state = feedbackState(s);
  (state.places = state.places || [])[index >>> 0] = record;
}

function forgetPlaces(state, record) {
  if (!state.places) return;
  for (var k = 0; k < state.places.length; k++) if (state.places[k] === record) state.places[k] = null;
}

var askedIndexed = own.getIndexedParameter;

own.getIndexedParameter = { getIndexedParameter(name, index) {
  if (arguments.length < 2) few('getIndexedParameter', 2, arguments.length);
  var s = this[$];
  // A feedback keeps a buffer that was deleted while it was not bound.
  if (!s.lost && name === 0x8C8F && index >>> 0 < limit(s, 0x8C8B)) {
    var places = feedbackState(s).places, record = places && places[index >>> 0];
    return record ? record.object : null;
  }
  return askedIndexed.call(this, name, index);
} }.getIndexedParameter;
