/**
 * The two boxes of a search: suggestions while typing, and "where I am".
 *
 * A combobox with a list (ARIA APG, editable, list autocomplete): arrows move, Enter takes, Escape closes. Nothing is
 * sent under two letters; a newer letter breaks off the older question; nothing is kept. Without this the form is a form.
 */
const WAIT = 120;
const SHORTEST = 2;

/** Gives one box its list. `of`: what to suggest, as the address takes it. */
function suggestIn(box, of) {
  const list = document.createElement("ul");
  list.id = `${box.id}_list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  box.after(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  let asked = null;
  let timer = 0;
  let at = -1;

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const mark = (next) => {
    const options = [...list.children];
    at = (next + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    box.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    box.value = option.dataset.text;
    close();
    box.focus();
  };
  const option = ({ text, words }, place) => {
    const made = document.createElement("li");
    made.id = `${list.id}_${place}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.dataset.text = text;
    const said = document.createElement("span");
    said.textContent = words;
    made.append(text, " ", said);
    return made;
  };
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const typed = box.value.trim();
    try {
      const address = `/api/suggest?of=${of}&q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: asked.signal, credentials: "omit" });
      if (!answer.ok || document.activeElement !== box) return close();
      const { suggestions } = await answer.json();
      if (!suggestions.length) return close();
      list.replaceChildren(...suggestions.map(option));
      list.hidden = false;
      at = -1;
      box.setAttribute("aria-expanded", "true");
      box.removeAttribute("aria-activedescendant");
    } catch (problem) {
      if (problem.name !== "AbortError") close();
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (box.value.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(list.children[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", close);
  // Before the box loses its focus.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const pressed = event.target.closest("[role=option]");
    if (pressed) take(pressed);
  });
}

/** A button that asks the browser where it is, and searches near there. Two decimals are about a kilometre: no finer
 *  place leaves this page, and the server makes it a postcode sector. */
function offerWhereIAm(near) {
  if (!navigator.geolocation) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain small here";
  button.textContent = "Use where I am";
  const trouble = document.createElement("span");
  trouble.className = "hint";
  trouble.setAttribute("role", "status");
  button.addEventListener("click", () => {
    trouble.textContent = "Asking your browser…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        near.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        near.form.requestSubmit();
      },
      () => {
        trouble.textContent = "Your browser did not say. Type a postcode or a place.";
        near.focus();
      },
      { enableHighAccuracy: false, maximumAge: 600000, timeout: 10000 },
    );
  });
  near.before(button);
  near.parentElement.append(trouble);
}

const what = document.getElementById("q");
const near = document.getElementById("near");
if (what?.form && near) {
  suggestIn(what, "all");
  suggestIn(near, "places");
  offerWhereIAm(near);
}
