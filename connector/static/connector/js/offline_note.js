/**
 * Keeps a note when the connection is cut: the words stay in the box, one line says so, and the press that failed is
 * pressed again when the line is back. Nothing is put into storage, the address bar or the history.
 *
 * A browser says that the line is back when there is a network, not when we can be reached through it; so what failed
 * while it says so is tried again after a moment, then after twice as long, at most every half minute.
 */
const form = document.getElementById("match");
const line = document.getElementById("offline");
const FIRST_WAIT = 1000; // milliseconds
const LONGEST_WAIT = 30000;

let pressed = null;
let pause = FIRST_WAIT;
let later = 0;

/** Remembers what was pressed and says that the words are safe. */
function wait(press) {
  pressed = press;
  line.hidden = false;
  if (!navigator.onLine) return;
  clearTimeout(later);
  later = setTimeout(send, pause);
  pause = Math.min(2 * pause, LONGEST_WAIT);
}

/** The same button, where answers that came meanwhile took its place; nothing where it has gone from the page. */
function standing(press) {
  if (press.isConnected) return press;
  return [...form.querySelectorAll("button")].find((each) => each.name === press.name && each.value === press.value);
}

/** Presses again what waited; a button that has gone from the page gives way to the form's first. */
function send() {
  const again = pressed;
  pressed = null;
  clearTimeout(later);
  if (!again) return;
  const button = again === form ? undefined : standing(again);
  if (button) button.click();
  else form.requestSubmit();
}

/** The button that asked, or the form where no button did. */
function pressOf({ detail }) {
  return detail.requestConfig?.triggeringEvent?.submitter ?? detail.elt;
}

/** Something that was asked came back: a button that waits is pressed again now, else nothing waits any more. */
function answered(press) {
  if (pressed && pressed !== form && pressed !== press) {
    send();
    return;
  }
  line.hidden = true;
  pressed = null;
  pause = FIRST_WAIT;
  clearTimeout(later);
}

if (form && line) {
  form.addEventListener("htmx:sendError", (event) => wait(pressOf(event)));
  form.addEventListener("htmx:timeout", (event) => wait(pressOf(event)));
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) answered(pressOf(event));
  });
  // Without htmx a press would leave the page, and the words with it.
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wait(event.submitter ?? form);
  }, { capture: true });
  // Cut while typing: say so at once, and send what is there when the line is back.
  window.addEventListener("offline", () => {
    if (!pressed && form.elements.note.value.trim()) wait(form);
  });
  window.addEventListener("online", send);
}
