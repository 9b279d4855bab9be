// Values as text.

function cut(text, longest) {
  return text.length > longest ? text.slice(0, longest) + '…' : text;
}

function errorHead(e) {
  return String(e.name || 'Error') + (e.message ? ': ' + e.message : '');
}

function errorText(e) {
  var frames = framesOf(e).join('\n');
  return errorHead(e) + (frames ? '\n' + frames : '') + causesOf(e, []);
}

// What led to an error, a line each; an AggregateError has several.
function causesOf(e, seen) {
  if (!(e instanceof Error) || seen.length > 5 || seen.indexOf(e) >= 0) return '';
  var inside = seen.concat([e]);
  var text = function (c) {
    return '\ncaused by ' + (c instanceof Error ? errorHead(c) + causesOf(c, inside) : show(c, 1, []));
  };
  var all = Array.isArray(e.errors) ? e.errors.slice(0, 5).map(text).join('') : '';
  return (e.cause === undefined ? '' : text(e.cause)) + all;
}

function elementText(e) {
  var tag = e.cloneNode(false).outerHTML || '<' + e.nodeName.toLowerCase() + '>';
  return cut(tag.replace(/<\/[^>]*>$/, ''), 200);
}

function keyText(key) {
  return /^[\w$]+$/.test(key) ? key : stringify(key);
}

function listText(open, parts, close, more) {
  if (more > 0) parts.push('… ' + more + ' more');
  var line = open + parts.join(', ') + close;
  return line.length <= 100 ? line : open + '\n  ' + parts.join(',\n').replace(/\n/g, '\n  ') + '\n' + close;
}

function objectText(value, depth, seen) {
  if (seen.indexOf(value) >= 0) return '[circular]';
  var name = value.constructor && value.constructor.name;
  if (depth > 3) return Array.isArray(value) ? '[…]' : (name && name !== 'Object' ? name + ' ' : '') + '{…}';
  var inside = seen.concat([value]);
  var item = function (v) { return show(v, depth + 1, inside); };
  if (Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    var prefix = Array.isArray(value) ? '' : name + '(' + value.length + ') ';
    return prefix + listText('[', Array.prototype.slice.call(value, 0, 100).map(item), ']', value.length - 100);
  }
  if (value instanceof Map) {
    return listText('Map {', Array.from(value).slice(0, 100).map(function (e) {
      return item(e[0]) + ' => ' + item(e[1]);
    }), '}', value.size - 100);
  }
  if (value instanceof Set) return listText('Set {', Array.from(value).slice(0, 100).map(item), '}', value.size - 100);
  var keys = Object.keys(value);
  var parts = keys.slice(0, 100).map(function (k) {
    var property = Object.getOwnPropertyDescriptor(value, k);
    // An accessor is code of the page: looking must not run it.
    return keyText(k) + ': ' + (property && !('value' in property) ? '(…)' : item(value[k]));
  });
  return (name && name !== 'Object' ? name + ' ' : '') + listText('{', parts, '}', keys.length - 100);
}

function show(value, depth, seen) {
  try {
    switch (typeof value) {
      case 'string': return depth === 0 ? value : stringify(cut(value, 1000));
      case 'function': return /^class\b/.test(Function.prototype.toString.call(value))
        ? 'class ' + value.name : 'function ' + (value.name || '(anonymous)');
      case 'bigint': return value + 'n';
      case 'number': return Object.is(value, -0) ? '-0' : String(value);
      case 'object': break;
      default: return String(value);
    }
    if (value === null) return 'null';
    if (value instanceof Error || value instanceof DOMException) return errorText(value);
    if (value instanceof Element) return elementText(value);
    if (value instanceof Node) return value.nodeName;
    if (value instanceof Date) return isNaN(value) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return 'Promise';
    if (value === window) return 'Window';
    return objectText(value, depth, seen);
  } catch (e) {
    return '[cannot be shown]';
  }
}
