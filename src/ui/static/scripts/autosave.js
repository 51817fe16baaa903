// Saves what is typed into a form a few seconds after a change, and says so below it. Without scripts there is a button for it.
const form = document.querySelector("form[data-autosave]");
if (form) autosave(form);

/** @param {HTMLFormElement} form */
function autosave(form) {
  const pauseMs = Number(form.dataset.autosavePause ?? 3000);
  const status = form.querySelector("[data-autosave-status]");
  let timer = 0;
  let isChanged = false;
  let hasEnded = false;
  let sending;
  const later = () => {
    isChanged = true;
    if (!hasEnded && !timer) timer = setTimeout(save, pauseMs);
  };
  const save = async () => {
    clearTimeout(timer);
    timer = 0;
    if (sending || !isChanged || hasEnded) return;
    isChanged = false;
    sending = send(form);
    const { text, revision, isOver } = await sending;
    sending = undefined;
    if (status.textContent !== text) status.textContent = text;
    if (revision !== undefined)
      form.elements.namedItem("entwurf").value = revision;
    hasEnded = isOver;
    // What was not saved is tried again with the next change.
    if (isChanged) later();
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    isChanged = false;
    if (!sending) return;
    // The one under way first: else this page would meet its own saving as somebody else's.
    event.preventDefault();
    await sending;
    // After what the answer changes on the page.
    setTimeout(() => form.requestSubmit(event.submitter));
  });
  globalThis.addEventListener("pagehide", () => {
    if (isChanged && !hasEnded) send(form, { keepalive: true });
  });
}

/** @param {HTMLFormElement} form */
async function send(form, options = {}) {
  const body = new URLSearchParams(new FormData(form));
  body.set("aktion", "merken");
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body,
      ...options,
    });
    const { text, revision } = await response.json();
    return { text, revision, isOver: response.status === 409 };
  } catch {
    return { text: form.dataset.autosaveFailed, isOver: false };
  }
}
