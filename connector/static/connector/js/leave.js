/**
 * Leaves a page at once: the link with `data-leave`, or three presses of Shift one after another. The page is blank
 * before the next one answers, and that one takes its place in the history. Without this script the link works as one.
 */
const WITHIN = 5000;
const link = document.querySelector("[data-leave]");
let pressed = [];

function leave() {
  document.title = " ";
  document.body.hidden = true;
  window.location.replace(link.href);
}

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift") return;
  const now = event.timeStamp;
  pressed = [...pressed.filter((each) => now - each < WITHIN), now];
  if (pressed.length === 3) leave();
});

// Capitals of a word are no wish to leave.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") pressed = [];
});
