// Shows on an interest's page which listings would move with what stands in its form.
// Asks the server, which searches twice; nothing is saved.

const AWAY = "<p>There was no answer. Look whether you are online and signed in, then press Try it again.</p>";

class TryIt extends HTMLElement {
  connectedCallback() {
    // The page may still be on its way, and what is inside not here yet.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.begin(), { once: true });
    else this.begin();
  }

  begin() {
    this.form = this.closest("form");
    this.button = this.querySelector("button[type=button]");
    if (!this.form || !this.button) return;
    this.fields = [...this.querySelectorAll("input, textarea")];
    // Fields of no form: what is tried is never sent with what is saved, and makes no draft of itself.
    for (const field of this.fields) field.setAttribute("form", "");
    for (const event of ["input", "change"]) this.addEventListener(event, (told) => told.stopPropagation());
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
      event.preventDefault();
      this.ask();
    });
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.ask());
  }

  async ask() {
    const asked = new FormData(this.form);
    for (const field of this.fields) {
      if (field.type !== "radio" || field.checked) asked.append(field.name, field.value);
    }
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const told = this.querySelector("[role=status]");
    told.innerHTML = "<p>Searching twice…</p>";
    try {
      const headers = { "HX-Request": "true" };
      const answer = await fetch(this.dataset.url, { method: "POST", body: asked, headers, signal: asking.signal });
      told.innerHTML = answer.ok && !answer.redirected ? await answer.text() : AWAY;
    } catch {
      if (!asking.signal.aborted) told.innerHTML = AWAY;
    }
  }
}

if (!customElements.get("try-it")) customElements.define("try-it", TryIt);
