// The arguments of console.log('%cBig %d of %s', 'font-weight: bold', 1, 'two', {three: 3}).

// A list of { text, style } and { value, depth }.
function piecesOf(args) {
  var rest = Array.prototype.slice.call(args);
  var pieces = [];
  if (typeof rest[0] === 'string' && rest.length > 1) patterned(rest, pieces);
  rest.forEach(function (v) {
    if (pieces.length) pieces.push({ text: ' ', style: '' });
    pieces.push(typeof v === 'string' ? { text: v, style: '' } : { value: v, depth: 0 });
  });
  return pieces;
}

function patterned(rest, pieces) {
  var pattern = rest.shift(), style = '', from = 0;
  var text = function (t) { if (t) pieces.push({ text: t, style: style }); };
  pattern.replace(/%([sdifoOjc%])/g, function (all, kind, at) {
    if (kind !== '%' && rest.length === 0) return all;
    text(pattern.slice(from, at));
    from = at + 2;
    if (kind === '%') text('%');
    else if (kind === 'c') style = cut(String(rest.shift()), 300);
    else placed(kind, rest.shift(), text, pieces);
    return all;
  });
  text(pattern.slice(from));
}

function placed(kind, v, text, pieces) {
  if (kind === 'd' || kind === 'i') text(typeof v === 'symbol' ? 'NaN' : String(parseInt(v, 10)));
  else if (kind === 'f') text(typeof v === 'symbol' ? 'NaN' : String(parseFloat(v)));
  else if (kind === 's' && (typeof v !== 'object' || v === null)) text(show(v, 0, []));
  else pieces.push({ value: v, depth: kind === 's' ? 0 : 1 });
}

function textOf(pieces) {
  return pieces.map(function (p) { return 'text' in p ? p.text : show(p.value, p.depth, []); }).join('');
}

function format(args) {
  return textOf(piecesOf(args));
}

// What a row needs beyond its text: styles, and values to open; undefined when it needs nothing.
function partsOf(pieces) {
  var plain = pieces.every(function (p) { return 'text' in p && !p.style; });
  if (plain) return undefined;
  return pieces.slice(0, 50).map(function (p) {
    return 'text' in p ? { s: cut(p.text, 2000), c: p.style } : describe(p.value);
  });
}
