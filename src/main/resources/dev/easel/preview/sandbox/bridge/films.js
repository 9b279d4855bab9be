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

  // WebKit goes back to the start of a film that loops, but WebView's player is never told: it stands
  // still for ever. Loading it again does what was meant.
  var play = HTMLMediaElement.prototype.play, followed = new WeakSet();

  function again(event) {
    var film = event.target;
    if (!film.loop || film.paused || film.currentTime !== 0) return;
    film.load();
    play.call(film).catch(function () { /* the page has stopped it */ });
  }

  function follow(film) {
    if (!(film instanceof HTMLMediaElement) || followed.has(film)) return;
    followed.add(film);
    film.addEventListener('seeking', again);
  }

  // Those that play by themselves are in the document; others are played by a call.
  document.addEventListener('play', function (event) { follow(event.target); }, true);

  HTMLMediaElement.prototype.play = { play: function () {
    follow(this);
    return play.apply(this, arguments);
  } }.play;
})();
