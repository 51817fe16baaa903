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
  return towns.map(({ name, postcodes }) => ({
    name,
    text: postcodes.length === 1 ? `${name} (${postcodes[0]})` : name,
    rest: { postcode: postcodes },
  }));
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
  if (towns.length === 1 && town.value === "") set(town, towns[0].name);
}

/** @param {HTMLInputElement} input */
function set(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * A text input with a list of suggestions.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (list autocomplete with manual selection)
 * @param {HTMLInputElement} input
 * @param {(typed: string) => Promise<{ name: string, text: string, rest: Record<string, string[]> }[]>} find
 */
function offer(input, find) {
  const list = addList(input);
  const suggestions = suggestionsIn(input, list);
  let pause = 0;
  input.addEventListener("input", (event) => {
    clearTimeout(pause);
    // Set by this script or by the browser: nobody is looking for anything.
    if (!event.isTrusted || document.activeElement !== input) return;
    const typed = input.value.trim();
    if (typed.length < 2) return suggestions.close();
    pause = setTimeout(async () => {
      const found = await find(typed);
      if (input.value.trim() !== typed || document.activeElement !== input)
        return;
      const isKnown = found.length === 1 && found[0].name === typed;
      suggestions.open(isKnown ? [] : found);
    }, 200);
  });
  input.addEventListener("keydown", (event) => {
    if (!list.hidden && suggestions.press(event.key)) event.preventDefault();
  });
  input.addEventListener("blur", suggestions.close);
}

/** @param {HTMLInputElement} input */
function addList(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-vorschlaege`;
  list.className = "portal-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel);
  const frame = document.createElement("div");
  frame.className = "portal-suggest";
  input.replaceWith(frame);
  frame.append(input, list);
  input.autocomplete = "off";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  return list;
}

/**
 * What can be done with the list. The focus stays in the input; the chosen option is told by `aria-activedescendant`.
 * @param {HTMLInputElement} input
 * @param {HTMLUListElement} list
 */
function suggestionsIn(input, list) {
  let active = -1;
  let offered = [];
  const choose = (index) => {
    active = index;
    for (const [position, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(position === index));
    const option = list.children[index];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    choose(-1);
  };
  const take = ({ name, rest }) => {
    set(input, name);
    show(false);
    for (const [kind, values] of Object.entries(rest)) {
      const partner = partnerOf(input, kind);
      if (partner?.value === "" && values.length === 1) set(partner, values[0]);
    }
  };
  const press = (key) => {
    const last = list.children.length - 1;
    if (key === "ArrowDown") choose(active < last ? active + 1 : 0);
    else if (key === "ArrowUp") choose(active > 0 ? active - 1 : last);
    else if (key === "Enter" && active >= 0) take(offered[active]);
    else if (key === "Escape") show(false);
    else return false;
    return true;
  };
  const open = (found) => {
    offered = found;
    list.replaceChildren(
      ...found.map((each, index) =>
        optionFor(each, { id: `${list.id}-${String(index)}`, take }),
      ),
    );
    show(found.length > 0);
  };
  return { open, press, close: () => show(false) };
}

function optionFor(suggestion, { id, take }) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.textContent = suggestion.text;
  option.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(suggestion);
  });
  return option;
}
