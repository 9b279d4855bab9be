// Fonts are asked for by style sheets, which tell nobody that one did not come. WebKit fires no
// `loadingerror`, so the faces are looked at when a load of fonts has ended.

var brokenFonts = new WeakSet();

function unquoted(name) {
  return name.replace(/^["']|["']$/g, '');
}

function fontAddress(face) {
  for (var i = 0; i < document.styleSheets.length; i++) {
    try {
      var sheet = document.styleSheets[i], rules = sheet.cssRules;
      for (var j = 0; j < rules.length; j++) {
        if (!(rules[j] instanceof CSSFontFaceRule)) continue;
        if (unquoted(rules[j].style.getPropertyValue('font-family')) !== unquoted(face.family)) continue;
        var url = /url\(\s*["']?([^"')]+)/.exec(rules[j].style.getPropertyValue('src'));
        if (url) return new URL(url[1], sheet.href || document.baseURI).href;
      }
    } catch (e) { /* the sheet of another origin */ }
  }
  return '';
}

function lookAtFonts() {
  document.fonts.forEach(function (face) {
    if (face.status !== 'error' || brokenFonts.has(face)) return;
    brokenFonts.add(face);
    var address = fontAddress(face);
    if (mayWrite()) sayFailed('font ' + unquoted(face.family) + (address ? ',' : ''), address);
  });
}

if (document.fonts && document.fonts.addEventListener) {
  document.fonts.addEventListener('loadingdone', lookAtFonts);
  window.addEventListener('load', function () {
    document.fonts.ready.then(lookAtFonts, function () {});
  });
}
