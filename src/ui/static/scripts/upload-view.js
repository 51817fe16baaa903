// The place of an upload below its field: name, bar, words and buttons.
import { percentOf, stateText } from "./upload-words.js";

/** Adds the place; `toggle` and `cancel` are what its buttons do. */
export function addView({ input, name }, words, { toggle, cancel }) {
  const entry = add(listOf(input, words), "li", "portal-upload");
  add(entry, "span", "portal-upload__name").textContent = name;
  const bar = add(entry, "progress", "portal-upload__bar");
  bar.max = 100;
  bar.setAttribute("aria-label", name);
  const text = add(entry, "p", "portal-upload__text kern-hint");
  const buttons = add(entry, "div", "portal-upload__buttons");
  const view = {
    entry,
    bar,
    text,
    toggle: addButton(buttons, toggle),
    cancel: addButton(buttons, cancel),
  };
  label(view.cancel, words("cancel"), name);
  return view;
}

function listOf(input, words) {
  const field = input.closest(".portal-file-field");
  const list = field.querySelector(".portal-upload-list");
  if (list) return list;
  const made = add(field, "ul", "portal-list portal-upload-list");
  made.setAttribute("role", "list");
  made.setAttribute("aria-label", words("list"));
  return made;
}

function addButton(parent, act) {
  const button = add(parent, "button", "kern-btn kern-btn--tertiary");
  button.type = "button";
  add(button, "span", "kern-label");
  button.addEventListener("click", act);
  return button;
}

const toggleLabels = { running: "pause", paused: "resume", broken: "retry" };

export function show(upload, words) {
  const { state, name } = upload;
  const { entry, bar, text, toggle, cancel } = upload.view;
  entry.dataset.state = state;
  bar.value = percentOf(upload);
  bar.hidden = state === "refused";
  text.textContent = stateText(words, upload);
  const action = toggleLabels[state];
  toggle.hidden = action === undefined;
  if (action) label(toggle, words(action), name);
  cancel.hidden = state === "arrived" || state === "refused";
}

function label(button, text, name) {
  if (button.dataset.shown === text) return;
  button.dataset.shown = text;
  button.firstChild.replaceChildren(text);
  add(button.firstChild, "span", "kern-sr-only").textContent = `: ${name}`;
}

export function add(parent, tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}
