/**
 * Keeps a note when the connection is cut: the words stay in the box, one line says so, and the press that failed is
 * pressed again when the line is back. Nothing is put into storage, the address bar or the history.
 */
const form = document.getElementById("match");
const line = document.getElementById("offline");
let pressed = null;

/** Remembers what was pressed and says that the words are safe. */
function wait(press) {
  pressed = press;
  line.hidden = false;
}

/** Presses again what waited; a button that has gone from the page gives way to the form's first. */
function send() {
  const again = pressed;
  pressed = null;
  if (!again) return;
  if (again !== form && again.isConnected) again.click();
  else form.requestSubmit();
}

if (form && line) {
  form.addEventListener("htmx:sendError", (event) => wait(event.detail.elt));
  form.addEventListener("htmx:timeout", (event) => wait(event.detail.elt));
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) line.hidden = true;
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
