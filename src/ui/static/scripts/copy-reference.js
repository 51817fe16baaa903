// Adds a "copy" button to numbers and private links where the browser lets pages copy (HTTPS or localhost).
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
  label.textContent = copyLabel;
  button.append(label);
  // Beside the button: a status inside would take its name away.
  const status = document.createElement("span");
  status.className = "kern-sr-only";
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy);
    label.textContent = copiedLabel;
    status.textContent = copiedLabel;
  });
  number.after(button, status);
}
