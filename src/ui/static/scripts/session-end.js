// Warns before the draft is closed in this browser, prolongs while somebody types, and keeps what was typed when the page is left.
const dialog = document.querySelector("dialog[data-prolong]");
const form = document.getElementById("schritt");

if (dialog) watchSession(dialog);
if (form) keepInput(form);

/** @param {HTMLDialogElement} dialog */
function watchSession(dialog) {
  const { prolong: address, minutes, warning } = dialog.dataset;
  const sessionMs = Number(minutes) * 60_000;
  const warningMs = Number(warning) * 60_000;
  // Other tabs of the same draft keep the session open, too.
  const tabs = new window.BroadcastChannel(address);
  let endsAt = 0;
  const begin = () => {
    endsAt = Date.now() + sessionMs;
    dialog.close();
  };
  const prolong = async () => {
    const answer = await fetch(address, {
      method: "POST",
      redirect: "manual",
    });
    if (!answer.ok) return;
    begin();
    tabs.postMessage("prolonged");
  };
  tabs.addEventListener("message", begin);
  tabs.postMessage("prolonged");
  begin();

  document.getElementById("verlaengern").addEventListener("click", prolong);
  document.addEventListener("input", () => {
    if (endsAt - Date.now() < sessionMs - 10 * 60_000 && !dialog.open)
      void prolong();
  });
  const clock = window.setInterval(() => {
    const left = endsAt - Date.now();
    if (left <= 0 && navigator.onLine) {
      window.clearInterval(clock);
      document.getElementById("sitzung-beenden").click();
    } else if (left <= warningMs && !dialog.open) {
      dialog.querySelector("[data-ends-at]").textContent = new Date(
        endsAt,
      ).toLocaleTimeString(document.documentElement.lang, {
        hour: "2-digit",
        minute: "2-digit",
      });
      dialog.showModal();
    }
  }, 5000);
}

/** @param {HTMLFormElement} form */
function keepInput(form) {
  let isChanged = false;
  form.addEventListener("input", () => (isChanged = true));
  form.addEventListener("submit", () => (isChanged = false));
  window.addEventListener("pagehide", () => {
    if (!isChanged) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string") fields.append(name, value);
    fields.set("_action", "keep");
    navigator.sendBeacon(form.action, fields);
  });
}
