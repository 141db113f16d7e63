/**
 * What somebody looked for before, kept in this browser alone and never sent: the form with `data-remember` remembers
 * its words when it found something, the list with `data-likes` shows them, and its button forgets them all.
 * Pages that somebody may have to hide (`data-leave`) are not remembered. Without this script nothing is kept.
 */
const KEY = "likes";
const MOST = 6;

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

const form = document.querySelector("[data-remember]");
if (form && !document.querySelector("[data-leave]")) {
  const words = form.querySelector("[name=q]").value.trim();
  const others = kept().filter((each) => each.toLowerCase() !== words.toLowerCase());
  try {
    if (words) localStorage.setItem(KEY, JSON.stringify([words, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing: so be it.
  }
}

const box = document.querySelector("[data-likes]");
if (box && kept().length) {
  for (const words of kept()) {
    const link = document.createElement("a");
    link.href = `${box.dataset.likes}?${new URLSearchParams({ q: words })}`;
    link.textContent = words;
    box.querySelector("p").append(link);
  }
  box.querySelector("button").addEventListener("click", () => {
    localStorage.removeItem(KEY);
    box.hidden = true;
    document.querySelector("#q").focus();
  });
  box.hidden = false;
}
