// Links to elsewhere and files to save: the preview asks its user.

var PIECE = 1 << 19;
var OUTSIDE = /^(https?|mailto|tel):$/;
var blobs = new Map(), offered = new Map(), offers = 0;
var createUrl = URL.createObjectURL, revokeUrl = URL.revokeObjectURL;
var nativeFetch = window.fetch.bind(window);
var nativeOpen = window.open.bind(window);
var listen = EventTarget.prototype.addEventListener, unlisten = EventTarget.prototype.removeEventListener;

// A page revokes an address right after the click that saves it.
URL.createObjectURL = function createObjectURL(object) {
  var url = createUrl.call(URL, object);
  if (object instanceof Blob) blobs.set(url, object);
  return url;
};
URL.revokeObjectURL = function revokeObjectURL(url) {
  blobs.delete(String(url));
  return revokeUrl.call(URL, url);
};

function resolve(address) {
  try {
    return new URL(address, document.baseURI);
  } catch (e) {
    return null;
  }
}

function isElsewhere(url) {
  return OUTSIDE.test(url.protocol) && url.origin !== location.origin;
}

function isData(url) {
  return url.protocol === 'blob:' || url.protocol === 'data:';
}

function visit(url) {
  send({ t: 'wish', wish: 'visit', url: cut(url.href, 2000) });
}

function contentOf(url) {
  if (blobs.has(url.href)) return Promise.resolve(blobs.get(url.href));
  return nativeFetch(url.href).then(function (response) {
    if (!response.ok) throw new Error('status ' + response.status);
    return response.blob();
  });
}

function nameOf(url, wanted) {
  if (wanted) return wanted;
  return isData(url) ? 'download' : decodeURIComponent(url.pathname.split('/').pop()) || 'download';
}

function offer(url, wanted) {
  contentOf(url).then(function (blob) {
    offered.set(++offers, blob);
    send({ t: 'wish', wish: 'offer', id: offers, name: nameOf(url, wanted), bytes: blob.size });
  }, function (e) {
    write('error', 'Could not save ' + cut(url.href, 500) + ': ' + e.message, [], false);
  });
}

calls.piece = function (id, offset) {
  var reader = new FileReader();
  var tell = function (data) { send({ t: 'wish', wish: 'piece', id: id, offset: offset, data: data }); };
  reader.onload = function () { tell(String(reader.result).split(',')[1] || ''); };
  reader.onerror = function () { tell(''); };
  reader.readAsDataURL(offered.get(id).slice(offset, offset + PIECE));
};

calls.drop = function (id) { offered.delete(id); };

// Whether a target is a window of its own: a preview has one page, so the link is followed in it.
function isNewWindow(target) {
  return !!target && !/^_(self|parent|top)$/i.test(target) && !window[target];
}

function follow(link, event) {
  var address = typeof link.href === 'string' ? link.href : link.href.baseVal;
  var url = address ? resolve(address) : null;
  if (!url) return;
  if (link.hasAttribute('download')) {
    event.preventDefault();
    offer(url, link.getAttribute('download'));
  } else if (isElsewhere(url)) {
    event.preventDefault();
    visit(url);
  } else if (url.origin === location.origin && isNewWindow(link.getAttribute('target'))) {
    event.preventDefault();
    location.href = url.href;
  }
}

listen.call(window, 'click', function (event) {
  if (event.defaultPrevented || event.button !== 0) return;
  var link = event.composedPath().find(function (e) {
    return e instanceof Element && /^a(rea)?$/i.test(e.localName) && e.href;
  });
  if (link) follow(link, event);
});

// WebView does not know what a download is.
if (!('download' in HTMLAnchorElement.prototype)) {
  Object.defineProperty(HTMLAnchorElement.prototype, 'download', {
    get: function () { return this.getAttribute('download') || ''; },
    set: function (name) { this.setAttribute('download', name); },
    configurable: true, enumerable: true
  });
}

// A link that is in no document sends its clicks to nobody but itself.
['click', 'dispatchEvent'].forEach(function (name) {
  var original = HTMLAnchorElement.prototype[name];
  var replaced = function () {
    var link = this;
    var once = function (event) {
      unlisten.call(link, 'click', once);
      if (!event.defaultPrevented) follow(link, event);
    };
    if (!link.isConnected) listen.call(link, 'click', once);
    return original.apply(link, arguments);
  };
  Object.defineProperty(replaced, 'name', { value: name });
  Object.defineProperty(HTMLAnchorElement.prototype, name,
    { value: replaced, configurable: true, writable: true });
});

window.open = function open(address, target) {
  var url = address === undefined || address === '' ? null : resolve(address);
  if (url && /^_(self|parent|top)$/i.test(target || '')) return nativeOpen(url.href, target);
  if (url && isData(url)) offer(url, '');
  else if (url && isElsewhere(url)) visit(url);
  else if (mayWrite()) write('warn', 'window.open was refused: a preview has one page', framesOf(new Error()), false);
  return null;
};
