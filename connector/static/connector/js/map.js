// The map beside a list. It reads its pins from the list and adds nothing to it: without this file the list is whole.
// Every element with data-at is a spot; its number is that of its .pin. Spots too near to tell apart share a pin. A map
// that lies inside of a spot shows that one alone.
const TOGETHER = 44;
const CLOSEST = 15;

const figure = document.querySelector("[data-map]");
const own = figure?.closest("[data-at]");
const spots = (own ? [own] : [...document.querySelectorAll("[data-at]")]).map(spotOf);
if (figure && spots.length) {
  for (const hidden of [figure, ...document.querySelectorAll("[data-map-link]")]) hidden.hidden = false;
  // Where the map lies is for its own sheet to say; the rest is fetched when somebody comes near it.
  fetched("link", { rel: "stylesheet", href: figure.dataset.look }).then(() => {
    new IntersectionObserver((seen, watcher) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      watcher.disconnect();
      load().then(draw, () => (figure.hidden = true));
    }, { rootMargin: "400px" }).observe(figure);
  });
}

function spotOf(card) {
  const link = card.querySelector("h2 a, h3 a");
  return {
    card,
    link: own ? null : link,
    at: card.dataset.at.split(",").map(Number),
    number: card.querySelector(".pin")?.textContent.trim() ?? "",
    name: (link?.textContent ?? card.dataset.place).trim(),
    sector: card.dataset.sector ?? "",
  };
}

function load() {
  const { leaflet, styles } = figure.dataset;
  return Promise.all([fetched("link", { rel: "stylesheet", href: styles }), fetched("script", { src: leaflet })]);
}

function fetched(tag, told) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement(tag), told, { onload: done, onerror: failed }));
  });
}

function draw() {
  const map = L.map(figure.querySelector(".map-in"), {
    attributionControl: false,
    dragging: !matchMedia("(pointer:coarse)").matches,
    fadeAnimation: false,
    markerZoomAnimation: false,
    maxZoom: 18,
    minZoom: 6,
    scrollWheelZoom: false,
    zoomAnimation: false,
    zoomControl: false,
    zoomSnap: 0.5,
  });
  L.control.zoom({ position: "bottomright" }).addTo(map);
  const { tiles, credit, you } = figure.dataset;
  if (tiles) {
    L.tileLayer(tiles, { attribution: credit, maxZoom: 19 }).addTo(map);
    L.control.attribution({ position: "bottomleft", prefix: false }).addTo(map);
  }
  const points = spots.map((spot) => spot.at);
  if (you) points.push(you.split(",").map(Number));
  // At the right the buttons need room beside the pins.
  const clear = { paddingTopLeft: [24, 24], paddingBottomRight: [76, 24] };
  map.fitBounds(L.latLngBounds(points).pad(0.1), { maxZoom: points.length > 1 ? CLOSEST : CLOSEST - 1, ...clear });
  if (you) still(points.at(-1), "map-you").addTo(map);
  outlines(map, !tiles, pins(map));
}

function still(at, className, text = "") {
  const html = document.createElement("span");
  html.textContent = text;
  const icon = L.divIcon({ className, html, iconSize: null });
  const zIndexOffset = className.startsWith("map-pin") ? 1000 : -1000;
  return L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset });
}

// ---- pins: one for each spot, or for several that would lie on each other at this size ----
function pins(map) {
  const layer = L.layerGroup().addTo(map);
  const put = () => {
    layer.clearLayers();
    for (const group of together(map)) pin(group).addTo(layer);
    makeRoom();
  };
  map.on("zoomend", put);
  map.on("moveend", makeRoom);
  put();
  return put;
}

// A name that a pin, the ring, a button or a name before it lies on, or that the edge would cut, is left out at this size:
// wards first, then what people know there.
function makeRoom() {
  const taken = [...figure.querySelectorAll(".map-pin, .map-you, .leaflet-bar")].map((one) => one.getBoundingClientRect());
  const all = figure.querySelector(".map-in").getBoundingClientRect();
  for (const name of [...figure.querySelectorAll(".map-ward"), ...figure.querySelectorAll(".map-landmark")]) {
    const box = name.getBoundingClientRect();
    const hit = (one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom;
    const cut = box.left < all.left || box.right > all.right || box.top < all.top || box.bottom > all.bottom;
    const under = cut || taken.some(hit);
    name.classList.toggle("is-under", under);
    if (!under) taken.push(box);
  }
}

function together(map) {
  const groups = [];
  for (const spot of spots) {
    const point = map.latLngToLayerPoint(spot.at);
    const near = groups.find((group) => group.point.distanceTo(point) < TOGETHER);
    if (near) near.spots.push(spot);
    else groups.push({ point, spots: [spot] });
  }
  return groups.map((group) => group.spots);
}

function pin(group) {
  const [first] = group;
  const rough = group.every((spot) => spot.sector);
  const marker = still(first.at, `map-pin${rough ? " map-rough" : ""}${first.number ? "" : " map-knot"}`, label(group));
  if (!first.link) return marker;
  marker.options.interactive = marker.options.keyboard = marker.options.riseOnHover = true;
  marker.on("click", () => first.link.focus());
  marker.on("add", () => wire(marker.getElement(), group));
  return marker;
}

function label(group) {
  const [first, second] = group;
  if (!second) return first.number;
  return group.length > 2 ? `${first.number} +${group.length - 1}` : `${first.number}, ${second.number}`;
}

function wire(element, group) {
  element.setAttribute("aria-label", group.map((spot) => `${spot.number} ${spot.name}`).join(", "));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    group[0].link.focus();
  });
  const mark = (on) => [element, ...group.map((spot) => spot.card)].forEach((one) => one.classList.toggle("is-here", on));
  for (const one of [element, ...group.map((spot) => spot.card)]) {
    for (const name of ["mouseenter", "focusin"]) one.addEventListener(name, () => mark(true));
    for (const name of ["mouseleave", "focusout"]) one.addEventListener(name, () => mark(false));
  }
}

// ---- outlines: the council's, or the hull of a ward's postcodes; a sector is an area, never a point ----
async function outlines(map, alone, putAgain) {
  const asked = new URLSearchParams();
  for (const name of ["ward", "sector"]) {
    const values = spots.map((spot) => spot.card.dataset[name]).filter(Boolean);
    for (const value of [...new Set(values)].sort()) asked.append(name, value);
  }
  const features = await fetch(`${figure.dataset.outlines}?${asked}`).then(
    (response) => (response.ok ? response.json().then((told) => told.features) : []),
    () => [],
  );
  for (const feature of features) {
    if (feature.properties.kind === "landmark") {
      if (alone) landmark(map, feature);
      continue;
    }
    const className = feature.properties.kind === "sector" ? "map-about" : "map-land";
    if (className === "map-land" && !alone) continue;
    const land = L.geoJSON(feature, { className, interactive: false }).addTo(map);
    if (className === "map-land") named(map, land, feature);
    else amid(land.getBounds().getCenter(), feature.properties.code);
  }
  circles(map, new Set(features.map((feature) => feature.properties.code)));
  note(features);
  putAgain();
}

// A place that people know: a knot with its name beside it, unless a pin stands there already.
function landmark(map, { geometry, properties }) {
  const at = [geometry.coordinates[1], geometry.coordinates[0]];
  if (spots.some((spot) => map.distance(spot.at, at) < 25)) return;
  still(at, "map-landmark", properties.name).addTo(map);
}

// The number of a spot that is known to its sector alone stands in the middle of the area.
function amid({ lat, lng }, sector) {
  for (const spot of spots) if (spot.sector === sector) spot.at = [lat, lng];
}

function named(map, land, feature) {
  land.eachLayer((polygon) => new (seam())(polygon.getLatLngs().flat(), { className: "map-seam", smoothFactor: 0 }).addTo(map));
  still(land.getBounds().getCenter(), "map-ward", feature.properties.name).addTo(map);
}

function circles(map, drawn) {
  const rough = spots.filter((spot) => spot.sector && !drawn.has(spot.sector));
  for (const spot of rough) L.circle(spot.at, { className: "map-about", interactive: false, radius: 800 }).addTo(map);
}

function note(features) {
  const credits = new Set(features.map((feature) => feature.properties.attribution).filter(Boolean));
  const rough = features.some((feature) => feature.properties.approximate && feature.properties.kind !== "sector");
  const words = [rough ? "Outlines are approximate, drawn round postcodes." : "", ...credits].filter(Boolean).join(" ");
  figure.querySelector("[data-map-note]").textContent = words ? ` ${words}` : "";
}

// A line of whole stitches, each a straight chord, a needle hole on every corner: the same from either end.
function seam() {
  return L.Polyline.extend({
    _setLatLngs(rings) {
      L.Polyline.prototype._setLatLngs.call(this, rings.map((ring) => [...ring, ring[0]]));
    },
    _updatePath() {
      this._renderer._setPath(this, this._parts.map(stitches).join("") || "M0 0");
    },
  });
}

function stitches(points) {
  let path = "";
  for (let at = 1; at < points.length; at += 1) {
    const [from, to] = [points[at - 1], points[at]];
    const count = Math.max(1, Math.round(from.distanceTo(to) / 12));
    const along = (part) => `${(from.x + (to.x - from.x) * part).toFixed(1)} ${(from.y + (to.y - from.y) * part).toFixed(1)}`;
    for (let stitch = 0; stitch < count; stitch += 1) path += `M${along((stitch + 0.22) / count)}L${along((stitch + 0.78) / count)}`;
  }
  return path;
}
