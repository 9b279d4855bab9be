// Where in the page something came from.

function framesOf(error) {
  return String(error && error.stack || '').split('\n').filter(function (f) {
    // Frames without an address are evaluated code: in XML documents, this script itself.
    return f && !/@$/.test(f) && f.indexOf(SELF) < 0 && f.indexOf('[native code]') < 0;
  }).slice(0, 30);
}

function place(frames) {
  for (var i = 0; i < frames.length; i++) {
    var m = /^(?:.*?@)?((?:https?|blob|data):.*?):(\d+):(\d+)$/.exec(frames[i]);
    if (m) return { file: m[1], line: +m[2], column: +m[3] };
  }
  return { file: '', line: 0, column: 0 };
}

function write(level, text, frames, withStack, extra) {
  var p = place(frames);
  var line = {
    t: 'console', level: level, text: cut(text, LONGEST_TEXT),
    file: p.file, line: p.line, column: p.column, stack: withStack ? frames.join('\n') : ''
  };
  send(extra ? Object.assign(line, extra) : line);
}
