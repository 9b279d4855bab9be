// Uncaught errors, rejections, failed resources, refusals of the policy.

// The preview adds what its network knows of the address.
function failedResource(element) {
  var url = element.currentSrc || element.src || element.href || element.data || '';
  if (typeof url !== 'string') url = url.baseVal || '';
  sayFailed(element.nodeName.toLowerCase(), url);
}

function sayFailed(what, url) {
  write('error', 'Could not load ' + what + ' ' + cut(url, 500), [], false, { resource: cut(url, 1000) });
}

// An error that can be opened; one that the page threw as something else is in the text already.
function openable(text, error) {
  return error instanceof Error ? [{ s: text, c: '' }, describe(error)] : undefined;
}

window.addEventListener('error', function (event) {
  // The preview has said it already, with the loop's line.
  if (guard.isStop(event.error) || !mayWrite()) return;
  if (event.target instanceof Node) {
    failedResource(event.target);
    return;
  }
  var muted = !event.filename && /^Script error\.?$/.test(event.message);
  send({
    t: 'console', level: 'error', text: cut(String(event.message) + causesOf(event.error, []), LONGEST_TEXT),
    file: event.filename, line: event.lineno, column: event.colno,
    stack: framesOf(event.error).join('\n'), muted: muted, parts: openable('', event.error)
  });
}, true);

window.addEventListener('unhandledrejection', function (event) {
  if (guard.isStop(event.reason) || !mayWrite()) return;
  var reason = event.reason;
  var said = 'Unhandled promise rejection: ';
  var text = reason instanceof Error ? errorHead(reason) + causesOf(reason, []) : show(reason, 0, []);
  write('error', said + text, framesOf(reason), true, {
    parts: openable(said, reason) || partsOf(piecesOf([said.trim(), reason]))
  });
}, true);

document.addEventListener('securitypolicyviolation', function (event) {
  if (!/^\w+:/.test(event.blockedURI)) return;
  if (mayWrite()) send({ t: 'blocked', url: event.blockedURI, directive: event.effectiveDirective });
}, true);
