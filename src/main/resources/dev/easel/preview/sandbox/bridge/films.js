// What films and sounds can be played: WebView says "probably" to every codec in a container that it
// knows. Which containers it knows the preview decides: see PlayableMedia.java.

(function () {
  var native = HTMLMediaElement.prototype.canPlayType;
  // H.264, H.265, AAC, MP3 and samples are all that JavaFX decodes.
  var CODEC = /^(avc[13](\.|$)|hvc1(\.|$)|hev1(\.|$)|mp4a(\.|$)|mp3$|1$)/i;

  HTMLMediaElement.prototype.canPlayType = { canPlayType: function (type) {
    var answer = native.apply(this, arguments);
    var codecs = /;\s*codecs\s*=\s*("([^"]*)"|[^;\s]*)/i.exec(String(type));
    if (answer === '' || codecs === null) return answer;
    var names = (codecs[2] === undefined ? codecs[1] : codecs[2]).split(',');
    return names.every(function (name) { return CODEC.test(name.trim()); }) ? answer : '';
  } }.canPlayType;
})();
