// Dialogs never block: a preview may have nobody to answer.

window.alert = function alert(message) {
  if (mayWrite()) say('alert', arguments.length ? String(message) : '', false);
};
window.confirm = function confirm(message) {
  if (mayWrite()) say('alert', 'confirm: ' + (arguments.length ? message : '') + ' (answered: OK)', false);
  return true;
};
window.prompt = function prompt(message, otherwise) {
  var answer = otherwise === undefined ? '' : String(otherwise);
  if (mayWrite()) {
    say('alert', 'prompt: ' + (arguments.length ? message : '') + ' (answered: "' + answer + '")', false);
  }
  return answer;
};
