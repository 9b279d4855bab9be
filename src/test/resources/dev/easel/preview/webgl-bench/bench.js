// What all pages of this folder share: counts frames for some seconds and says how many there were a second.
// frozen: draws one frame, for pictures that are compared.

const query = new URLSearchParams(location.search);
export const frozen = query.has('frozen');
export const width = +(query.get('width') || 1280), height = +(query.get('height') || 720);

export function report(value) {
  window.result = value;
  if (query.has('report')) fetch('/result/' + query.get('report') + '?' + value);
}

// step(seconds) draws one frame.
export function run(step) {
  if (frozen) {
    step(1.5);
    requestAnimationFrame(() => { step(1.5); setTimeout(() => report(1), 300); });
    return;
  }
  const warmUp = 2000, measured = 5000;
  let begun = 0, from = 0, frames = 0;
  requestAnimationFrame(function frame(now) {
    if (!begun) begun = now;
    if (!from && now - begun >= warmUp) {
      from = now;
      frames = 0;
    }
    step((now - begun) / 1000);
    frames++;
    if (from && now - from >= measured) report((frames * 1000 / (now - from)).toFixed(2));
    else requestAnimationFrame(frame);
  });
}

// The same numbers on every machine.
export function randomNumbers(seed) {
  return () => {
    seed = seed * 1664525 + 1013904223 >>> 0;
    return seed / 4294967296;
  };
}
