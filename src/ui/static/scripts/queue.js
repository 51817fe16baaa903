// Comfort for the caseworkers' list: keys, how many are chosen, and how much has become new. The list works without.
const form = document.querySelector("form[data-queue]");
if (form) countChosen(form);
const help = document.querySelector("dialog[data-shortcuts]");
if (help) listenToKeys(help);
const live = document.querySelector("[data-live]");
if (live && "EventSource" in globalThis) follow(live);

/** @param {HTMLFormElement} form */
function countChosen(form) {
  const status = form.querySelector("[data-chosen]");
  form.addEventListener("change", () => {
    const count = form.querySelectorAll("tbody input:checked").length;
    status.textContent =
      count === 0 ? "" : status.dataset.chosen.replace("{count}", count);
  });
}

/** @param {HTMLDialogElement} help */
function listenToKeys(help) {
  const rows = () => [
    ...document.querySelectorAll("form[data-queue] tbody tr"),
  ];
  const linkIn = (row) => row?.querySelector("a[href]");
  const current = () => document.activeElement?.closest("tbody tr") ?? null;
  const move = (step) => {
    const all = rows();
    const place = all.indexOf(current());
    const next = place === -1 ? (step > 0 ? 0 : all.length - 1) : place + step;
    linkIn(all[next])?.focus();
  };
  const actions = {
    j: () => move(1),
    k: () => move(-1),
    x: () => current()?.querySelector("input[type=checkbox]")?.click(),
    "/": () =>
      document.querySelector("form[role=search] input[type=search]")?.focus(),
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest(
      "input:not([type=checkbox]), select, textarea",
    );
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
    const action = Object.hasOwn(actions, event.key) && actions[event.key];
    if (isTyping || hasModifier || help.open || !action) return;
    event.preventDefault();
    action();
  });
}

/** @param {HTMLElement} place */
function follow(place) {
  const { live, liveOne, liveMany, liveShow, liveHref } = place.dataset;
  const source = new window.EventSource(live);
  source.addEventListener("news", (event) => {
    const count = event.data;
    const link = document.createElement("a");
    link.className = "kern-link";
    link.href = liveHref;
    link.textContent = liveShow;
    const words = count === "1" ? liveOne : liveMany.replace("{count}", count);
    place.replaceChildren(`${words} `, link);
  });
  // The server has closed for good: signed out, or too many pages are open.
  window.addEventListener("pagehide", () => source.close());
}
