/** Opens the browser's print window from a link with `data-print`. Without this script the link shows the same page. */
for (const link of document.querySelectorAll("[data-print]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.print();
  });
}
