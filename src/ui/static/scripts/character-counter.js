// Says below a long text how many characters are left. Spoken only when somebody stops typing.
for (const input of document.querySelectorAll("[data-counter-max]"))
  addCounter(input);

/** @param {HTMLTextAreaElement} input */
function addCounter(input) {
  const counter = document.createElement("p");
  counter.className = "kern-hint portal-counter";
  counter.setAttribute("aria-hidden", "true");
  const spoken = document.createElement("p");
  spoken.className = "kern-sr-only";
  spoken.setAttribute("role", "status");
  input.after(counter, spoken);
  counter.textContent = textFor(input);
  let pause = 0;
  input.addEventListener("input", () => {
    counter.textContent = textFor(input);
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = textFor(input)), 1000);
  });
}

/** @param {HTMLTextAreaElement} input */
function textFor(input) {
  const { counterMax, counterLeft, counterOver } = input.dataset;
  // As the server counts: code points, spaces around and surplus line ends aside.
  const length = Array.from(input.value.normalize("NFC").trim()).length;
  const left = Number(counterMax) - length;
  const text = left < 0 ? counterOver : counterLeft;
  return text.replace(
    "{count}",
    Math.abs(left).toLocaleString(document.documentElement.lang),
  );
}
