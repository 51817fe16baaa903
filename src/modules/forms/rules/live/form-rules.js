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
  let hasVanished = false;
  for (const part of form.querySelectorAll("[data-rule]")) {
    const isHidden = outcome.hidden.has(part.dataset.rule);
    if (part.hidden && !isHidden) hasAppeared = true;
    if (!part.hidden && isHidden) hasVanished = true;
    part.hidden = isHidden;
  }
  markRequired(form, rules, outcome);
  for (const output of form.querySelectorAll("[data-given]")) {
    const text = showGiven(rules, outcome, output.dataset.given);
    if (output.textContent !== text) output.textContent = text;
  }
  // A new node is announced even when it says the same as the last one.
  if (hasAppeared)
    status.replaceChildren(document.createTextNode(rules.texts.appeared));
  else if (hasVanished) status.replaceChildren();
}

function markRequired(form, rules, outcome) {
  for (const part of form.querySelectorAll("[data-required]"))
    markOptional(
      part,
      !outcome.required.has(part.dataset.rule),
      rules.texts.optional,
    );
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
