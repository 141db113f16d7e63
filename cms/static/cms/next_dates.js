// Shows the next real dates of a session while somebody fills it in, or what has to be put right first.
// Asks the server, which knows bank holidays and school terms; nothing is saved.

const PAUSE = 250;

class NextDates extends HTMLElement {
  connectedCallback() {
    this.session = this.closest("[data-inline-panel-child]");
    if (!this.session) return;
    this.ask = this.ask.bind(this);
    // The script may come before the fields that follow this element in the page.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.showWhatIsAsked(), { once: true });
    } else {
      this.showWhatIsAsked();
    }
    this.session.addEventListener("input", this.ask);
    this.session.addEventListener("change", this.ask);
  }

  get said() {
    return this.querySelector("[data-next-dates-said]");
  }

  disconnectedCallback() {
    clearTimeout(this.waiting);
    this.session?.removeEventListener("input", this.ask);
    this.session?.removeEventListener("change", this.ask);
  }

  // Days are not asked of what runs once or daily, weeks only of what runs monthly.
  showWhatIsAsked() {
    const rhythm = this.session.querySelector(`[name="${this.dataset.prefix}-rhythm"]`)?.value;
    this.hide("days", rhythm === "once" || rhythm === "daily");
    this.hide("weeks_of_month", rhythm !== "monthly");
  }

  hide(field, hidden) {
    const inputs = this.session.querySelectorAll(`[name="${this.dataset.prefix}-${field}"]`);
    const panel = inputs[0]?.closest(".w-panel__wrapper");
    if (!panel) return;
    panel.hidden = hidden;
    if (hidden) for (const input of inputs) input.checked = false;
  }

  ask() {
    this.showWhatIsAsked();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.fetchDates(), PAUSE);
  }

  fields() {
    const start = `${this.dataset.prefix}-`;
    const found = new FormData();
    for (const [name, value] of new FormData(this.closest("form"))) {
      if (name.startsWith(start)) found.append(name.slice(start.length), value);
    }
    return found;
  }

  async fetchDates() {
    const token = this.closest("form").querySelector("[name=csrfmiddlewaretoken]");
    const asked = (this.asked = Symbol("the newest question"));
    try {
      const answer = await fetch(this.dataset.url, {
        method: "POST",
        body: this.fields(),
        headers: { "X-CSRFToken": token.value, "X-Requested-With": "XMLHttpRequest" },
        credentials: "same-origin",
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const preview = await answer.json();
      if (this.asked === asked) this.show(preview);
    } catch {
      if (this.asked === asked) this.say("The dates cannot be shown just now. You can go on and save.");
    }
  }

  show(preview) {
    const parts = preview.problems.length ? this.problems(preview.problems) : this.dates(preview);
    this.said.replaceChildren(...parts);
  }

  problems(problems) {
    const list = document.createElement("ul");
    list.className = "next-dates__problems";
    for (const problem of problems) list.append(this.line("li", problem.message));
    return [list];
  }

  dates(preview) {
    const parts = [this.line("p", preview.sentence, "next-dates__sentence")];
    if (preview.dates.length) {
      const list = document.createElement("ol");
      list.className = "next-dates__list";
      for (const date of preview.dates) list.append(this.date(date));
      parts.push(list);
    }
    if (preview.note) parts.push(this.line("p", preview.note));
    return parts;
  }

  date(date) {
    const item = document.createElement("li");
    if (date.off) {
      item.className = "next-dates__off";
      item.append(this.line("s", date.day), date.why ? ` not on: ${date.why}` : " not on");
    } else {
      item.append(this.line("strong", date.day), ` ${date.time}`);
    }
    return item;
  }

  say(words) {
    this.said.replaceChildren(this.line("p", words));
  }

  line(tag, words, name = "") {
    const element = document.createElement(tag);
    element.textContent = words;
    if (name) element.className = name;
    return element;
  }
}

if (!customElements.get("next-dates")) customElements.define("next-dates", NextDates);
