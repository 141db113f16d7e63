/**
 * Tells our server that a worker opened a message with a listing in it: a link with `data-sent` (where to say so) and
 * `data-listing` (its number). Without this script the link works the same, and nothing is counted.
 */
for (const link of document.querySelectorAll("[data-sent]")) {
  link.addEventListener("click", () => {
    const told = new FormData();
    told.set("listing", link.dataset.listing);
    told.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    navigator.sendBeacon(link.dataset.sent, told);
  });
}
