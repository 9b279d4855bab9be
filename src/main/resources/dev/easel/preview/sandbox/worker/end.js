// Values of a worker cannot be opened from the page, and its rejections reach nobody else.

keep = function () { return 0; };

self.addEventListener('unhandledrejection', function (event) {
  if (!mayWrite()) return;
  var reason = event.reason;
  write('error', 'Unhandled promise rejection: '
    + (reason instanceof Error ? errorHead(reason) + causesOf(reason, []) : show(reason, 0, [])),
    framesOf(reason), true);
});
