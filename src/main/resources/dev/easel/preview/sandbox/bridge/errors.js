// Uncaught errors, rejections, failed resources, refusals of the policy.

function failedResource(element) {
  var url = element.currentSrc || element.src || element.href || element.data || '';
  if (typeof url !== 'string') url = url.baseVal || '';
  write('error', 'Could not load ' + element.nodeName.toLowerCase() + ' ' + cut(url, 500), [], false);
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
    t: 'console', level: 'error', text: cut(String(event.message), LONGEST_TEXT),
    file: event.filename, line: event.lineno, column: event.colno,
    stack: framesOf(event.error).join('\n'), muted: muted
  });
}, true);

window.addEventListener('unhandledrejection', function (event) {
  if (guard.isStop(event.reason) || !mayWrite()) return;
  var reason = event.reason;
  var text = reason instanceof Error
    ? String(reason.name || 'Error') + (reason.message ? ': ' + reason.message : '')
    : show(reason, 0, []);
  write('error', 'Unhandled promise rejection: ' + text, framesOf(reason), true);
}, true);

document.addEventListener('securitypolicyviolation', function (event) {
  if (!/^\w+:/.test(event.blockedURI)) return;
  if (mayWrite()) send({ t: 'blocked', url: event.blockedURI, directive: event.effectiveDirective });
}, true);
