import { offerSuggestions, setValue } from "./suggestions.js";

// Offers towns and streets while somebody types, and fills in the rest of the address where only one is left. Typing anything else stays
// possible.
for (const input of document.querySelectorAll("[data-suggest='town']"))
  offer(input, findTowns);
for (const input of document.querySelectorAll("[data-suggest='street']"))
  offer(input, (typed) => findStreets(input, typed));
for (const input of document.querySelectorAll("[data-suggest='postcode']"))
  input.addEventListener("change", () => void fillTown(input));

/** @param {string} address @param {Record<string, string>} query */
async function ask(address, query) {
  try {
    const answer = await fetch(
      `/vorschlaege/${address}?${String(new URLSearchParams(query))}`,
    );
    return answer.ok ? await answer.json() : {};
  } catch {
    // Without network people type as they always could.
    return {};
  }
}

/** A town is taken with its postcode. @param {string} typed */
async function findTowns(typed) {
  const { towns = [] } = await ask("orte", { ["ort"]: typed });
  return towns.map(({ name, postcodes, county }) => {
    const postcode = postcodes.length === 1 ? postcodes[0] : undefined;
    const more = [postcode, county].filter((part) => part !== undefined);
    return {
      name,
      text: more.length > 0 ? `${name} (${more.join(", ")})` : name,
      rest: { postcode: postcodes },
    };
  });
}

/** A street is taken with its postcode and town. @param {HTMLInputElement} input @param {string} typed */
async function findStreets(input, typed) {
  const postcode =
    partnerOf(input, "postcode")?.value.replaceAll(/\D/g, "") ?? "";
  const { streets = [] } = await ask("strassen", {
    ["strasse"]: typed,
    ["plz"]: postcode,
  });
  return streets.map(({ name, town, postcodes }) => ({
    name,
    text: `${name}, ${[postcodes.length === 1 ? postcodes[0] : "", town].join(" ").trim()}`,
    rest: { postcode: postcodes, town: [town] },
  }));
}

/** The other input of the same address: same group, same number. @param {HTMLInputElement} input */
function partnerOf(input, kind) {
  const place = input.name.split(".").slice(0, -2).join(".");
  const partners = [
    ...(input.form?.querySelectorAll(`[data-suggest='${kind}']`) ?? []),
  ].filter(({ name }) => name.split(".").slice(0, -2).join(".") === place);
  return partners.length === 1 ? partners[0] : undefined;
}

/** @param {HTMLInputElement} postcode */
async function fillTown(postcode) {
  const town = partnerOf(postcode, "town");
  const digits = postcode.value.replaceAll(/\D/g, "");
  if (!town || town.value !== "" || digits.length !== 5) return;
  const { towns = [] } = await ask("orte", { ["plz"]: digits });
  if (towns.length === 1 && town.value === "") setValue(town, towns[0].name);
}

/** @param {HTMLInputElement} input */
function offer(input, find) {
  offerSuggestions(input, {
    find,
    take: ({ rest }) => {
      for (const [kind, values] of Object.entries(rest)) {
        const partner = partnerOf(input, kind);
        if (partner?.value === "" && values.length === 1)
          setValue(partner, values[0]);
      }
    },
  });
}
