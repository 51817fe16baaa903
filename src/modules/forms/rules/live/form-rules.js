// Shows, hides and computes while somebody fills in a step, by the same rules as the server. Without it the server does so after each step.
import { liveOutcome, showGiven } from "./live-rules.ts";

const holder = document.getElementById("form-rules");
const form = holder?.closest("form");
if (holder && form) start(form, JSON.parse(holder.dataset.rules), holder);

/**
 * @param {HTMLFormElement} form
 * @param {import("./live-rules.ts").LiveRules} rules
 * @param {HTMLElement} status
 */
function start(form, rules, status) {
  const live = document.createElement("input");
  live.type = "hidden";
  live.name = status.dataset.live;
  live.value = "1";
  form.append(live);
  const update = () => show(form, rules, status);
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  // Going back, the browser puts typed values back after scripts have run.
  window.addEventListener("pageshow", update);
  update();
}

function show(form, rules, status) {
  const outcome = liveOutcome(rules, inputOf(form));
  let hasAppeared = false;
  for (const part of form.querySelectorAll("[data-rule]")) {
    const isHidden = outcome.hidden.has(part.dataset.rule);
    if (part.hidden && !isHidden) hasAppeared = true;
    part.hidden = isHidden;
    if ("required" in part.dataset)
      markOptional(
        part,
        !outcome.required.has(part.dataset.rule),
        rules.texts.optional,
      );
  }
  for (const output of form.querySelectorAll("[data-given]")) {
    const text = showGiven(rules, outcome, output.dataset.given);
    if (output.textContent !== text) output.textContent = text;
  }
  // Said only when something new is there; emptied at the next change, so that it can be said again.
  status.textContent = hasAppeared ? rules.texts.appeared : "";
}

/** What the form would send. A file that was chosen counts by its name. */
function inputOf(form) {
  const entries = [...new FormData(form)];
  return {
    fields: entries.filter(([, value]) => typeof value === "string"),
    files: entries
      .filter(([, value]) => typeof value !== "string" && value.name !== "")
      .map(([name, file]) => [name, file.name]),
  };
}

/** "(optional)" behind the label, as the server writes it. */
function markOptional(part, isOptional, text) {
  const label = part.querySelector("label, legend");
  const mark = label?.querySelector(".kern-label__optional");
  if (mark && !isOptional) mark.remove();
  if (!label || mark || !isOptional) return;
  const added = document.createElement("span");
  added.className = "kern-label__optional";
  added.textContent = `(${text})`;
  label.append(" ", added);
}
