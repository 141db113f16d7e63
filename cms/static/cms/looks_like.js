// Says while somebody fills in an asset that it looks like one that is there already.
// Asks the server, which compares; nothing is saved.

const COMPARE_AFTER = 600;
const MATTERS = /^(name|kind|summary|description|organisation|url|asset_places-\d+-place|contacts-\d+-phone)$/;

class LooksLike extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    if (!this.form) return;
    this.ask = this.ask.bind(this);
    this.form.addEventListener("input", this.ask);
    this.form.addEventListener("change", this.ask);
  }

  disconnectedCallback() {
    clearTimeout(this.waiting);
    this.form?.removeEventListener("input", this.ask);
    this.form?.removeEventListener("change", this.ask);
  }

  ask(event) {
    if (!MATTERS.test(event.target.name ?? "")) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.compare(), COMPARE_AFTER);
  }

  async compare() {
    const asked = new FormData();
    asked.append("pk", this.dataset.pk ?? "");
    for (const [name, value] of new FormData(this.form)) {
      if (name === "csrfmiddlewaretoken" || MATTERS.test(name)) asked.append(name, value);
    }
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(this.dataset.url, { method: "POST", body: asked, signal: this.asking.signal });
      if (answer.ok) this.querySelector("[role=status]").innerHTML = await answer.text();
    } catch {
      // No signal, or asked again meanwhile: what stands there stays.
    }
  }
}

if (!customElements.get("looks-like")) customElements.define("looks-like", LooksLike);
