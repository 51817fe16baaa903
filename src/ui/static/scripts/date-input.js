// Spreads a whole date that is pasted into the day over day, month and year. Dates in words are read by the server.
for (const day of document.querySelectorAll("[data-date-part='day']"))
  day.addEventListener("paste", (event) => spread(event, day));

/**
 * @param {ClipboardEvent} event
 * @param {HTMLInputElement} day
 */
function spread(event, day) {
  const parts = partsOf(event.clipboardData?.getData("text").trim() ?? "");
  if (!parts) return;
  event.preventDefault();
  const base = day.name.replace(/-day$/, "");
  for (const [part, value] of Object.entries(parts)) {
    const input = day.form?.elements.namedItem(`${base}-${part}`);
    if (!(input instanceof HTMLInputElement)) continue;
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** @param {string} text */
function partsOf(text) {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return { day: iso[3], month: iso[2], year: iso[1] };
  const german = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})$/.exec(text);
  return german
    ? { day: german[1], month: german[2], year: german[3] }
    : undefined;
}
