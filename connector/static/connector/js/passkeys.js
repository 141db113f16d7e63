// Binds allauth's passkey forms to a page. A form says by data-passkey which of them it is; its button shows only where
// the browser knows passkeys. When nothing comes of one, the page says so in words.
(() => {
  const all = document.querySelectorAll("[data-passkey]");
  const show = (name) => document.querySelectorAll(`[${name}]`).forEach((each) => { each.hidden = false; });
  if (!window.webauthnJSON.supported()) { show("data-passkey-cannot"); return; }
  document.addEventListener("allauth.error", (event) => { event.preventDefault(); show("data-passkey-wrong"); });
  all.forEach((form) => {
    const button = form.querySelector("[data-passkey-button]");
    const credential = form.querySelector("[name=credential]");
    const kind = form.dataset.passkey;
    button.id = button.id || `passkey-${kind}`;
    const ids = { credential: credential.id, signup: button.id, login: button.id, authenticate: button.id };
    if (form.dataset.passkeyData) { ids.data = form.dataset.passkeyData; }
    window.allauth.webauthn.forms[kind]({ ids });
    button.hidden = false;
  });
  show("data-passkey-part");
})();
