// The pin of a new listing, to be dragged. Without this file the buttons beside it move it.
const figure = document.querySelector("[data-pin]");
const form = figure?.closest("form");
const field = (name) => form.elements.namedItem(name);

function fetched(tag, told) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement(tag), told, { onload: done, onerror: failed }));
  });
}

async function start() {
  const { leaflet, styles, look, tiles, credit } = figure.dataset;
  await Promise.all([look, styles].map((href) => fetched("link", { rel: "stylesheet", href })));
  await fetched("script", { src: leaflet });
  figure.hidden = false;
  const at = [Number(field("lat").value), Number(field("lon").value)];
  const map = L.map(figure.querySelector(".map-in"), {
    attributionControl: false, maxZoom: 19, minZoom: 12, scrollWheelZoom: false, zoomAnimation: false, fadeAnimation: false,
    markerZoomAnimation: false,
  }).setView(at, 16);
  if (tiles) {
    L.tileLayer(tiles, { attribution: credit, maxZoom: 19 }).addTo(map);
    L.control.attribution({ position: "bottomleft", prefix: false }).addTo(map);
  }
  const icon = L.divIcon({ className: "map-pin map-knot", html: document.createElement("span"), iconSize: null });
  const marker = L.marker(at, { icon, draggable: true, keyboard: false }).addTo(map);
  marker.on("dragend", () => {
    const { lat, lng } = marker.getLatLng();
    field("lat").value = lat.toFixed(6);
    field("lon").value = lng.toFixed(6);
  });
}

if (figure) start().catch(() => (figure.hidden = true));
