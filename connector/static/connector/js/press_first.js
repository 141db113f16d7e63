/**
 * Keeps a press and typing apart. What was typed before a press is asked with it, so the question that typing would have
 * asked a moment later, which would take the place of the press and its answer, is left out. And typing after a press
 * does not press again: where a button takes no focus (Safari), htmx would send it along. The words stay in memory.
 */
const form = document.getElementById("match");
let asked = null;

const typed = ({ triggeringEvent }) => triggeringEvent?.type === "input";

form?.addEventListener("htmx:confirm", (event) => {
  const words = form.elements.note.value;
  if (typed(event.detail) && words === asked) event.preventDefault();
  asked = words;
});

form?.addEventListener("htmx:configRequest", ({ detail }) => {
  if (typed(detail)) for (const press of ["press", "keep", "drop"]) detail.formData.delete(press);
});

// What did not get through may be asked again.
for (const failed of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  form?.addEventListener(failed, () => {
    asked = null;
  });
}
