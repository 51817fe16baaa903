import { offerSuggestions } from "./suggestions.js";

// Offers Leistungen while somebody types into the search; choosing one leads to its page. Sending what was typed stays possible.
for (const input of document.querySelectorAll("[data-suggest='leistung']"))
  offerSuggestions(input, {
    find: findLeistungen,
    take: ({ href }) => location.assign(href),
  });

/** @param {string} typed */
async function findLeistungen(typed) {
  try {
    const answer = await fetch(
      `/vorschlaege/leistungen?${String(new URLSearchParams({ q: typed }))}`,
    );
    const { leistungen = [] } = answer.ok ? await answer.json() : {};
    return leistungen.map(({ title, authority, href }) => ({
      name: title,
      text: authority === undefined ? title : `${title} (${authority})`,
      href,
    }));
  } catch {
    // Without network people search as they always could.
    return [];
  }
}
