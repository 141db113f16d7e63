// The screen in a foyer: puts the next picture in place once it has come, so that the last one stays while nobody answers.
// Somebody who asked for less motion sees one picture, kept right, that does not turn.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const files = (page) => [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href")).join();
const shown = () => document.querySelector("main");

async function turn() {
  try {
    const address = calm.matches ? shown().dataset.here : shown().dataset.next;
    const answer = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("main[data-next]");
    if (!next) throw new Error("no picture");
    if (files(page) !== files(document)) return location.assign(address);
    const held = document.activeElement?.id;
    shown().replaceWith(next);
    document.title = page.title;
    if (held) document.getElementById(held)?.focus();
  } catch {
    // Nobody answers: this picture stays, and the next try is at the next turn.
  }
  wait();
}

function wait() {
  setTimeout(turn, Number(shown().dataset.seconds) * 1000);
}

wait();
