/**
 * Folds the words of a visit to one line once their answers are there, so that on a phone the answers come first and the
 * words stay one tap away. Beside the answers, on a wide screen, they stay as they are. Typing never folds.
 */
const fold = document.getElementById("noticed");
const narrow = window.matchMedia("(max-width: 61.99em)");

let pressed = false;

document.getElementById("show")?.addEventListener("click", () => {
  pressed = true;
});

document.body.addEventListener("htmx:afterSettle", ({ target }) => {
  const answered = document.querySelector("#answers ol, #answers table");
  if (!fold || !pressed || target.id !== "answers" || !answered) return;
  pressed = false;
  fold.classList.add("told");
  if (!narrow.matches) return;
  fold.open = false;
  document.getElementById("three").focus({ preventScroll: true });
});

fold?.addEventListener("toggle", () => {
  if (fold.open && fold.contains(document.activeElement)) document.getElementById("id_note").focus();
});
