// Puts an input above a long list that shortens it to what contains the words typed. The list stays what is sent.
for (const select of document.querySelectorAll("select[data-filter]"))
  addFilter(select);

/** @param {HTMLSelectElement} select */
function addFilter(select) {
  const options = [...select.options].map((option) => ({
    option,
    text: fold(option.text),
  }));
  const { input, status } = addInput(select);
  const narrow = () => {
    const words = fold(input.value).split(" ");
    const fits = ({ option, text }) =>
      option.value !== "" && words.every((word) => text.includes(word));
    const { value } = select;
    const shown = options.filter(
      (each) =>
        each.option.value === "" || each.option.value === value || fits(each),
    );
    select.replaceChildren(...shown.map(({ option }) => option));
    // A list whose options change chooses for itself.
    select.value = value;
    return shown.filter(fits);
  };
  input.addEventListener("input", () => {
    const count = String(narrow().length);
    status.textContent = select.dataset.filterCount.replace("{count}", count);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter takes the only one left, or leads into the list, instead of sending the page.
    event.preventDefault();
    const found = narrow();
    if (found.length === 1) {
      found[0].option.selected = true;
      for (const type of ["input", "change"])
        select.dispatchEvent(new Event(type, { bubbles: true }));
    }
    select.focus();
  });
}

/** @param {HTMLSelectElement} select */
function addInput(select) {
  const input = document.createElement("input");
  input.id = `${select.id}-filter`;
  input.className = "kern-form-input__input portal-select-filter";
  input.type = "search";
  input.autocomplete = "off";
  const label = document.createElement("label");
  label.className = "kern-hint";
  label.htmlFor = input.id;
  label.textContent = select.dataset.filter;
  const status = document.createElement("span");
  status.className = "kern-sr-only";
  status.setAttribute("role", "status");
  (select.parentElement ?? select).before(label, input, status);
  return { input, status };
}

/** @param {string} text */
function fold(text) {
  return text
    .toLowerCase()
    .replaceAll(/ß/g, "ss")
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .trim();
}
