// Adds a "copy" button to reference numbers where the browser lets pages copy (HTTPS or localhost).
if (navigator.clipboard) {
  for (const number of document.querySelectorAll("[data-copy]"))
    addButton(number);
}

/** @param {HTMLElement} number */
function addButton(number) {
  const { copy, copyLabel, copiedLabel } = number.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kern-btn kern-btn--secondary";
  const label = document.createElement("span");
  label.className = "kern-label";
  label.setAttribute("role", "status");
  label.textContent = copyLabel;
  button.append(label);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy);
    label.textContent = copiedLabel;
  });
  number.after(button);
}
