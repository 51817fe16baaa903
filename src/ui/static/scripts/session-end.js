// Warns before the draft is closed in this browser, prolongs while somebody types, and keeps what was typed when the page is left.
const dialog = document.querySelector("dialog[data-prolong]");
const form = document.getElementById("schritt");
/** Which step was kept last in this tab, and when; nothing of what was typed. */
const keptMark = "portal-kept";

if (dialog) watchSession(dialog);
if (form) {
  comeAgainIfKept(form);
  keepInput(form);
}

/** @param {HTMLDialogElement} dialog */
function watchSession(dialog) {
  const { prolong: address, seconds, warning, last } = dialog.dataset;
  // Other tabs of the same draft keep the session open, too.
  const tabs = new window.BroadcastChannel(address);
  let term = {
    seconds: Number(seconds),
    warningSeconds: Number(warning),
    isLast: last === "true",
  };
  let endsAt = 0;
  let isAnswered = false;
  const begin = (next) => {
    // What cannot be prolonged is warned of once.
    isAnswered = term.isLast && dialog.open;
    term = next;
    endsAt = Date.now() + next.seconds * 1000;
    dialog.close();
  };
  const prolong = async () => {
    const answer = await fetch(address, {
      method: "POST",
      redirect: "manual",
    });
    if (!answer.ok) return;
    begin(await answer.json());
    tabs.postMessage(term);
  };
  tabs.addEventListener("message", ({ data }) => begin(data));
  begin(term);
  tabs.postMessage(term);

  document.getElementById("verlaengern").addEventListener("click", prolong);
  document.addEventListener("input", () => {
    const isTimeToProlong = endsAt - Date.now() < term.seconds * 830;
    if (isTimeToProlong && !term.isLast && !dialog.open) void prolong();
  });
  const clock = window.setInterval(() => {
    const left = endsAt - Date.now();
    const isWarned = dialog.open || isAnswered;
    if (left <= 0 && navigator.onLine) {
      window.clearInterval(clock);
      endSession();
    } else if (left <= term.warningSeconds * 1000 && !isWarned) {
      warn(dialog, { ...term, endsAt });
    }
  }, 5000);
}

function warn(dialog, { endsAt, isLast }) {
  const ifLast = dialog.querySelector("[data-if-last]");
  if (ifLast) ifLast.hidden = !isLast;
  dialog.querySelector("[data-ends-at]").textContent = new Date(
    endsAt,
  ).toLocaleTimeString(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
  });
  dialog.showModal();
}

/** Saves what was typed. An account may be in use in another tab: then the page comes again, and nobody is signed out. */
function endSession() {
  const button =
    document.getElementById("sitzung-sichern") ??
    document.getElementById("sitzung-beenden");
  button.click();
}

/** @param {HTMLFormElement} form */
function keepInput(form) {
  // Somebody may have typed before this script had come.
  let isChanged = [...form.elements].some(differsFromPage);
  form.addEventListener("input", () => (isChanged = true));
  form.addEventListener("submit", () => (isChanged = false));
  window.addEventListener("pagehide", () => {
    if (!isChanged) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string") fields.append(name, value);
    fields.set("_action", "keep");
    navigator.sendBeacon(form.action, fields);
    // Chosen files go another way: nothing of them is missing on the page.
    if (
      [...form.elements].some(
        (field) => field.type !== "file" && differsFromPage(field),
      )
    )
      window.sessionStorage.setItem(keptMark, `${form.action} ${Date.now()}`);
  });
}

/**
 * A page that is reloaded is asked for before what was typed has arrived: it comes without it, so it comes once more.
 * @param {HTMLFormElement} form
 */
function comeAgainIfKept(form) {
  const [action, keptAt] = (
    window.sessionStorage.getItem(keptMark) ?? ""
  ).split(" ");
  window.sessionStorage.removeItem(keptMark);
  if (action !== form.action || Date.now() - Number(keptAt) > 3000) return;
  const again = window.setTimeout(() => {
    if (![...form.elements].some(differsFromPage)) window.location.reload();
  }, 300);
  form.addEventListener("submit", () => window.clearTimeout(again));
}

/**
 * True when a field does not hold what the page came with. A list nobody chose from shows its first entry.
 * @param {Element} field
 */
function differsFromPage(field) {
  if (field instanceof window.HTMLSelectElement) {
    const initial = [...field.options].findIndex(
      (option) => option.defaultSelected,
    );
    return field.selectedIndex !== Math.max(initial, 0);
  }
  if (field.type === "checkbox" || field.type === "radio")
    return field.checked !== field.defaultChecked;
  // Buttons and fieldsets have no such default.
  return "defaultValue" in field && field.value !== field.defaultValue;
}
