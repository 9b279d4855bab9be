// console.table: rows and columns as texts.

function cellText(value) {
  return cut(typeof value === 'string' ? value : brief(value, 1), 60);
}

function cellOf(owner, key) {
  var property = propertyOf(owner, key);
  if (!property) return '';
  return 'value' in property ? cellText(property.value) : '(…)';
}

function keysOf(value) {
  return value !== null && typeof value === 'object' ? Object.keys(value) : [];
}

// @return undefined when the data is no list and no object
function tableOf(data, wanted) {
  if (data === null || typeof data !== 'object') return undefined;
  var pairs = data instanceof Map ? Array.from(data).slice(0, 100)
    : data instanceof Set ? Array.from(data).slice(0, 100).map(function (v, i) { return [i, v]; })
    : Object.keys(data).slice(0, 100).map(function (k) { return [k, (propertyOf(data, k) || {}).value]; });
  var total = data.size !== undefined ? data.size : Object.keys(data).length;
  var columns = [], plain = false;
  pairs.forEach(function (p) {
    var keys = keysOf(p[1]);
    if (!keys.length) plain = true;
    keys.forEach(function (k) { if (columns.indexOf(k) < 0 && columns.length < 20) columns.push(k); });
  });
  if (Array.isArray(wanted)) columns = wanted.slice(0, 20).map(String);
  var rows = pairs.map(function (p) {
    var keys = keysOf(p[1]);
    var cells = columns.map(function (c) { return keys.length ? cellOf(p[1], c) : ''; });
    return [cellText(p[0])].concat(cells, plain ? [keys.length ? '' : cellText(p[1])] : []);
  });
  return {
    columns: [''].concat(columns.map(function (c) { return cut(c, 60); }), plain ? ['Value'] : []),
    rows: rows, more: Math.max(0, total - pairs.length)
  };
}
