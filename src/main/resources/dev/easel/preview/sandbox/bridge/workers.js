// Workers write to the console, too: their scripts begin with a console of their own, which tells
// this page. The preview puts it into scripts with an address; here it is put into all others.

var PageWorker = window.Worker, Request = window.XMLHttpRequest, PageBlob = window.Blob;
var addressOf = URL.createObjectURL.bind(URL), freed = URL.revokeObjectURL.bind(URL);

function textAt(url) {
  var request = new Request();
  request.open('GET', url, false);
  request.send();
  return request.responseText;
}

// The same number of lines, and strict when it was.
function withConsole(url) {
  if (!/^(blob|data):/.test(url)) return url;
  try {
    var source = textAt(url);
    var strict = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*(['"])use strict\1/.test(source) ? "'use strict';" : '';
    var address = addressOf(new PageBlob([strict, textAt('/__easel/worker.js'), source], { type: 'text/javascript' }));
    later(function () { freed(address); }, 20000);
    return address;
  } catch (e) {
    return url;
  }
}

function fromWorker(event) {
  var data = event.data;
  if (data === null || typeof data !== 'object' || data.easel !== '%TOKEN%') return;
  event.stopImmediatePropagation();
  if (mayWrite()) send(data.message);
}

// An error inside a worker reaches the window as well; one that the page handles reaches nobody.
function workerFailed(event) {
  if (event.message || !mayWrite()) return;
  var address = this.easelAddress;
  write('error', 'Could not load worker ' + address, [], false, { resource: address });
}

if (PageWorker) {
  window.Worker = new Proxy(PageWorker, {
    construct: function (target, args, made) {
      var url = String(args[0]);
      var worker = Reflect.construct(target, [withConsole(url)].concat(Array.prototype.slice.call(args, 1)), made);
      Object.defineProperty(worker, 'easelAddress', { value: new URL(cut(url, 500), document.baseURI).href });
      worker.addEventListener('message', fromWorker);
      worker.addEventListener('error', workerFailed);
      return worker;
    }
  });
}
