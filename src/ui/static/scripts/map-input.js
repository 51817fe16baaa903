// A map between the words and the coordinates of a place. What it sets goes into the coordinates, which are what is sent.
import {
  CircleMarker,
  GridLayer,
  Map as LeafletMap,
  Polygon,
  TileLayer,
} from "leaflet/dist/leaflet-src.esm.js";

const stylesheet = "leaflet/dist/leaflet.css";
/** Where nothing is known: the middle of Mecklenburg-Vorpommern. */
const nowhere = { latitude: 53.6, longitude: 12.3 };
const steps = { near: 40, far: 200 };

const frames = [...document.querySelectorAll("[data-map]")];
if (frames.length > 0) void start();

async function start() {
  addStylesheet();
  const details = await fetchDetails();
  for (const frame of frames) createMap(frame, details);
}

function addStylesheet() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = stylesheet;
  document.head.append(link);
}

async function fetchDetails() {
  try {
    const answer = await fetch("/karten/angaben");
    if (answer.ok) return await answer.json();
  } catch {
    // Without network the grid is all there is.
  }
  return { hasPictures: false, attribution: "", places: [] };
}

/** @param {HTMLElement} frame */
function createMap(frame, details) {
  const texts = JSON.parse(frame.dataset.mapTexts);
  const input = document.getElementById(frame.dataset.mapFor);
  const isArea = frame.dataset.map === "area";
  const parts = buildParts(frame, texts, details);
  const map = new LeafletMap(parts.view, {
    keyboard: false,
    zoomControl: false,
    attributionControl: details.attribution !== "",
    maxZoom: 19,
  });
  // Only the source of the pictures: no way out of the application to another site.
  map.attributionControl?.setPrefix(false);
  const corners = cornersIn(input);
  const [place = nowhere] = details.places;
  map.setView(
    corners[0] ?? [place.latitude, place.longitude],
    corners.length > 0 ? 16 : 13,
  );
  addGround(map, details);
  const drawing = drawingOn(map, {
    input,
    texts,
    isArea,
    status: parts.status,
  });
  const actions = {
    up: () => map.panBy([0, -steps.near * 2]),
    down: () => map.panBy([0, steps.near * 2]),
    left: () => map.panBy([-steps.near * 2, 0]),
    right: () => map.panBy([steps.near * 2, 0]),
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    set: () => drawing.add(map.getCenter()),
    remove: () => drawing.remove(),
  };
  for (const [name, button] of parts.buttons)
    button.addEventListener("click", actions[name]);
  parts.view.addEventListener("keydown", (event) => {
    if (press(map, event, actions)) event.preventDefault();
  });
  map.on("click", ({ latlng }) => drawing.add(latlng));
  const tellCentre = () => {
    const coordinates = written(map.getCenter());
    parts.centre.textContent = texts.at.replace("{coordinates}", coordinates);
  };
  map.on("moveend", tellCentre);
  tellCentre();
}

/** The view with its crosshair, the buttons, and the lines that say what is set. */
function buildParts(frame, texts, details) {
  const view = element("div", "portal-map__view");
  view.tabIndex = 0;
  view.setAttribute("role", "application");
  view.setAttribute("aria-label", `${texts.name}: ${nameOf(frame)}`);
  const crosshair = element("div", "portal-map__crosshair");
  crosshair.setAttribute("aria-hidden", "true");
  const stage = element("div", "portal-map__stage");
  stage.append(view, crosshair);
  const help = element("p", "kern-hint", texts.help);
  help.id = `${frame.dataset.mapFor}-karte-hilfe`;
  const centre = element("p", "kern-hint portal-map__centre");
  centre.id = `${frame.dataset.mapFor}-karte-mitte`;
  view.setAttribute("aria-describedby", `${help.id} ${centre.id}`);
  const status = element("p", "kern-body portal-map__status");
  status.setAttribute("role", "status");
  const bar = element("div", "portal-map__buttons");
  const names = ["set", "remove", "left", "right", "up", "down", "in", "out"];
  const buttons = names.map((name) => {
    const button = element("button", "kern-btn kern-btn--secondary");
    button.type = "button";
    button.append(element("span", "kern-label", texts[name]));
    return [name, button];
  });
  bar.append(...buttons.map(([, button]) => button));
  frame.append(help, stage, centre, bar, status);
  if (!details.hasPictures)
    stage.before(element("p", "kern-hint", texts["no-pictures"]));
  return { view, centre, status, buttons };
}

/** Legend of the question the map belongs to. */
function nameOf(frame) {
  return frame.closest("fieldset")?.querySelector("legend")?.textContent.trim();
}

function element(tag, className, text = "") {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}

/** Arrows move, Enter sets, Delete takes away, plus and minus zoom. */
function press(map, event, actions) {
  const far = event.shiftKey ? steps.far : steps.near;
  const moves = {
    ArrowUp: [0, -far],
    ArrowDown: [0, far],
    ArrowLeft: [-far, 0],
    ArrowRight: [far, 0],
  };
  const verbs = {
    Enter: "set",
    Delete: "remove",
    Backspace: "remove",
    "+": "in",
    "-": "out",
  };
  if (moves[event.key]) map.panBy(moves[event.key], { animate: false });
  else if (verbs[event.key]) actions[verbs[event.key]]();
  else return false;
  return true;
}

/** Pictures, or a grid of coordinates with the places that are known. */
function addGround(map, { hasPictures, attribution, places }) {
  if (hasPictures) {
    new TileLayer("/karten/{z}/{x}/{y}.png", {
      attribution,
      maxZoom: 19,
    }).addTo(map);
    return;
  }
  const grid = new GridLayer();
  grid.createTile = (coords) => {
    const tile = element("div", "portal-map__tile");
    const corner = map.unproject([coords.x * 256, coords.y * 256], coords.z);
    tile.textContent = `${corner.lat.toFixed(3)}, ${corner.lng.toFixed(3)}`;
    return tile;
  };
  grid.addTo(map);
  for (const { name, latitude, longitude } of places)
    new CircleMarker([latitude, longitude], {
      radius: 5,
      className: "portal-map__place",
      interactive: false,
    })
      .bindTooltip(document.createTextNode(name), {
        permanent: true,
        direction: "right",
      })
      .addTo(map);
}

/** What is set: kept in the input, drawn on the map, told in words. */
function drawingOn(map, { input, texts, isArea, status }) {
  const shape = isArea
    ? new Polygon([], { className: "portal-map__set" })
    : undefined;
  shape?.addTo(map);
  let dots = [];
  const draw = () => {
    const corners = cornersIn(input);
    for (const dot of dots) dot.remove();
    dots = corners.map((corner) =>
      new CircleMarker(corner, {
        radius: 8,
        className: "portal-map__set",
        interactive: false,
      }).addTo(map),
    );
    shape?.setLatLngs(corners);
    const last = corners.at(-1);
    status.textContent = last
      ? texts.state
          .replace("{count}", String(corners.length))
          .replace("{coordinates}", last.join(", "))
      : texts.none;
  };
  const write = (corners) => {
    input.value = corners.map((corner) => corner.join(", ")).join("\n");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  input.addEventListener("input", draw);
  draw();
  return {
    add: ({ lat, lng }) =>
      write([...(isArea ? cornersIn(input) : []), [round(lat), round(lng)]]),
    remove: () => write(isArea ? cornersIn(input).slice(0, -1) : []),
  };
}

/** Corners as the map itself writes them; other ways of writing are read by the server. */
function cornersIn(input) {
  return [
    ...input.value.matchAll(/(-?\d{1,3}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)/g),
  ].map(([, latitude, longitude]) => [Number(latitude), Number(longitude)]);
}

/** A metre is exact enough for a finger. */
function round(degree) {
  return Number(degree.toFixed(5));
}

function written({ lat, lng }) {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}
