// Expressions that the preview evaluates in the page.

function toJson(value) {
  if (value === undefined) return 'null';
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint'
      || value instanceof Node || value instanceof Error || value === window) {
    return stringify(show(value, 0, []));
  }
  try {
    return stringify(value);
  } catch (e) {
    return stringify(show(value, 0, []));
  }
}

function evaluate(source) {
  try {
    return globalEval(source);
  } catch (e) {
    if (!(e instanceof SyntaxError) || !/\bawait\b/.test(source)) throw e;
    return globalEval('(async () => (' + source.replace(/;\s*$/, '') + '))()');
  }
}

function fail(id, reason) {
  var text = reason instanceof Error ? reason.name + ': ' + reason.message : show(reason, 0, []);
  send({ t: 'answer', id: id, json: '', error: text || 'Error' });
}

// Answers with a value, or with what its promise becomes.
function answer(id, value, encode, failed) {
  if (value === null || value === undefined || typeof value.then !== 'function') {
    send({ t: 'answer', id: id, json: encode(value), error: '' });
    return;
  }
  value.then(function (v) { send({ t: 'answer', id: id, json: encode(v), error: '' }); },
    function (e) { failed(id, e); });
}

calls.run = function (id, source) {
  try {
    answer(id, evaluate(source), toJson, fail);
  } catch (e) {
    fail(id, e);
  }
};
