import { offerSuggestions } from "./suggestions.js";

// Offers places while somebody types where they live; choosing one asks who is responsible there. Typing on stays possible.
for (const input of document.querySelectorAll("[data-suggest='place']"))
  offerSuggestions(input, {
    find: findPlaces,
    take: () => input.form?.requestSubmit(),
  });

/** @param {string} typed */
async function findPlaces(typed) {
  const query = /^\d+$/.test(typed) ? { ["plz"]: typed } : { ["ort"]: typed };
  try {
    const answer = await fetch(
      `/vorschlaege/orte?${String(new URLSearchParams(query))}`,
    );
    const { towns = [] } = answer.ok ? await answer.json() : {};
    return towns.map(({ name, county }) => ({
      name,
      text: county === undefined ? name : `${name} (${county})`,
    }));
  } catch {
    // Without network people ask as they always could.
    return [];
  }
}
