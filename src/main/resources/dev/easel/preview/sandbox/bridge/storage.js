// What a page stores.

// open() of WebView's own never calls back, so that pages wait for ever; without it they use
// something else.
try {
  delete window.indexedDB;
  if (window.indexedDB) Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true, writable: true });
} catch (e) { /* then it stays as it is */ }

if ('%FORGET%') {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch (e) { /* a document without an origin has none */ }
}
