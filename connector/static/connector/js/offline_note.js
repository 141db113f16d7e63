/**
 * Keeps a note when the connection is cut: the words stay in the box, one line says so, and they are sent when the
 * line is back. Nothing is put into storage, the address bar or the history.
 */
const form = document.getElementById("match");
const line = document.getElementById("offline");
let waiting = false;

function wait() {
  waiting = true;
  line.hidden = false;
}

function send() {
  if (!waiting) return;
  waiting = false;
  form.requestSubmit();
}

if (form && line) {
  form.addEventListener("htmx:sendError", wait);
  form.addEventListener("htmx:timeout", wait);
  form.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    waiting = false;
    line.hidden = true;
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wait();
  }, { capture: true });
  window.addEventListener("online", send);
}
