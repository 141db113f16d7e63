/**
 * How somebody likes pages to look: size of the words, space between them, light or dark. Kept in this browser alone,
 * for as long as they like, and put on before anything is drawn. Without this script pages look as they always do.
 */
(() => {
  const KEY = "display";
  const NAMES = ["text", "space", "theme"];

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    } catch {
      return {};
    }
  }

  function put(choices) {
    for (const name of NAMES) {
      if (choices[name]) document.documentElement.dataset[name] = choices[name];
      else delete document.documentElement.dataset[name];
    }
  }

  put(kept());

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-display]");
    if (!form) return;
    const chosen = kept();
    for (const name of NAMES) {
      const radio = form.querySelector(`[name=${name}][value="${CSS.escape(chosen[name] ?? "")}"]`);
      if (radio) radio.checked = true;
    }
    form.addEventListener("change", () => {
      const choices = Object.fromEntries(new FormData(form));
      put(choices);
      try {
        localStorage.setItem(KEY, JSON.stringify(choices));
      } catch {
        // A browser that keeps nothing: then it is for this page.
      }
    });
  });
})();
