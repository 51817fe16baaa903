/** Writes into an input as a person would, for whoever listens. @param {HTMLInputElement} input @param {string} value */
export function setValue(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * A text input with a list of suggestions.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (list autocomplete with manual selection)
 * @template {{ name: string, text: string }} Suggestion
 * @param {HTMLInputElement} input
 * @param {{ find: (typed: string) => Promise<Suggestion[]>, take: (chosen: Suggestion) => void }} options `take` does what follows when one
 *   was chosen and stands in the input
 */
export function offerSuggestions(input, { find, take }) {
  const list = addList(input);
  const suggestions = suggestionsIn(input, { list, onTake: take });
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
 */
function suggestionsIn(input, { list, onTake }) {
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
  const take = (suggestion) => {
    setValue(input, suggestion.name);
    show(false);
    onTake(suggestion);
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
