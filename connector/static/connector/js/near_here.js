// <connector-near near="ZM1 2SA">: what is on near here, in a frame of its own that is as tall as it has to be.
// It reads nothing of the page that it stands on, and keeps nothing.
(() => {
  const home = new URL("near/", document.currentScript.src);
  const names = ["near", "ward", "about", "interest", "most", "look", "accent"];

  class ConnectorNear extends HTMLElement {
    connectedCallback() {
      this.shade ??= this.attachShadow({ mode: "open" });
      this.style.display ||= "block";
      const address = new URL(home);
      for (const name of names) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      address.searchParams.set("grows", "");
      const frame = document.createElement("iframe");
      frame.src = address.href;
      frame.title = this.textContent.trim() || "What’s on near here";
      frame.referrerPolicy = "no-referrer";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-top-navigation-by-user-activation");
      Object.assign(frame.style, { border: "0", width: "100%", height: "40rem", display: "block" });
      this.heard = (event) => {
        if (event.source !== frame.contentWindow || event.origin !== home.origin) return;
        const tall = Number(event.data?.connectorNear);
        if (tall > 0) frame.style.height = `${Math.min(Math.max(tall, 120), 4000)}px`;
      };
      addEventListener("message", this.heard);
      this.shade.replaceChildren(frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this.heard);
    }
  }

  if (!customElements.get("connector-near")) customElements.define("connector-near", ConnectorNear);
})();
