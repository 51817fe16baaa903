import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type {
  FormElement,
  FormField,
  FormGroup,
  FormPage,
  InputField,
} from "../../../src/modules/forms/domain/form-definition.ts";
import {
  isFilledIn,
  type Choose,
  type Deed,
} from "../../../src/modules/forms/testing/sample-input.ts";
import { samplePdf, samplePng } from "./sample-files.ts";

/** What one does at a field; undefined leaves it as it is. */
export type Decide = (field: InputField) => Deed | undefined;

export type Reading = {
  readonly page: Page;
  readonly decide: Decide;
  readonly choose: Choose;
  /** How often each label was met on this page: the second "Ort" is the second on the screen. */
  readonly met: Map<string, number>;
  /** What was done, in reading order. */
  readonly done: { readonly field: InputField; readonly deed: Deed }[];
};

/** Fills in one step as somebody who reads it from top to bottom: finds every control by its label, never by an id. */
export async function fillInStep(
  { elements }: FormPage,
  reading: Omit<Reading, "met" | "done">,
): Promise<Reading["done"]> {
  const full: Reading = { ...reading, met: new Map(), done: [] };
  await addOccurrences(elements, full);
  await fillInElements(elements, full);
  return full.done;
}

/** Presses each "… hinzufügen" of the step once, so that repeatable groups that may be left out are filled in too. */
async function addOccurrences(
  elements: readonly FormElement[],
  reading: Reading,
): Promise<void> {
  for (const element of elements) {
    if (element.kind !== "group") continue;
    if (element.cardinality.max !== 1 && element.cardinality.min === 0) {
      const add = reading.page
        .getByRole("main")
        .getByRole("button", { name: `${element.label} hinzufügen` });
      if ((await add.count()) > 0) await add.first().click();
    }
    await addOccurrences(element.elements, reading);
  }
}

async function fillInElements(
  elements: readonly FormElement[],
  reading: Reading,
): Promise<void> {
  for (const element of elements) {
    if (element.kind === "group") await fillInGroup(element, reading);
    else if (isFilledIn(element)) await fillInField(element, reading);
  }
}

async function fillInGroup(group: FormGroup, reading: Reading): Promise<void> {
  if (group.choice) return fillInChoice(group, reading);
  const times = Math.max(group.cardinality.min, 1);
  for (let index = 0; index < times; index += 1)
    await fillInElements(group.elements, reading);
}

/** An Auswahlgruppe asks first which one, then for that one. */
async function fillInChoice(group: FormGroup, reading: Reading): Promise<void> {
  const chosen = group.elements[reading.choose(group.elements.length)];
  if (!chosen) return;
  const radio = await next(reading, chosen.label, "radio");
  await radio.check();
  const refresh = reading.page.getByRole("button", {
    name: "Angaben aktualisieren",
  });
  if (await refresh.isVisible()) await refresh.click();
  await fillInElements([chosen], reading);
}

async function fillInField(field: InputField, reading: Reading): Promise<void> {
  const { decide, done } = reading;
  const times =
    field.dataType === "file" ? 1 : Math.max(field.cardinality.min, 1);
  for (let index = 0; index < times; index += 1) {
    const label =
      index === 0 ? field.label : `${field.label} ${String(index + 1)}`;
    const deed = decide(field);
    const control = await controlFor({ ...field, label }, reading);
    if (!deed) continue;
    await perform(control, deed);
    done.push({ field, deed });
  }
}

async function controlFor(
  field: FormField,
  reading: Reading,
): Promise<Locator> {
  const name = field.dataType === "consent" ? field.content : field.label;
  return next(reading, name, isShownAsGroup(field) ? "group" : "control");
}

function isShownAsGroup(field: FormField): boolean {
  if (field.dataType === "select")
    return field.options.length < 8 || field.cardinality.max !== 1;
  return ["date", "datetime", "boolean", "location"].includes(field.dataType);
}

/** The next one with this label that can be seen. */
async function next(
  { page, met }: Reading,
  label: string,
  kind: Seen["kind"],
): Promise<Locator> {
  const key = `${kind} ${label}`;
  const position = met.get(key) ?? 0;
  met.set(key, position + 1);
  const seen = await page.evaluate<readonly Seen[]>(look);
  const pattern = named(label);
  const found = seen.filter(
    (each) => each.kind === kind && pattern.test(each.label),
  )[position];
  assert.ok(found, `nobody finds ${key} (${String(position + 1)})`);
  return page.locator(controls).nth(found.index);
}

type Seen = {
  readonly index: number;
  readonly kind: "group" | "control" | "radio" | "part of a date";
  readonly label: string;
};

const controls =
  "main :is(fieldset, input:not([type=hidden]), select, textarea)";

/** What can be seen on the page, in reading order, by its label. One look for all is much faster than a search for each. */
const look = `[...document.querySelectorAll(${JSON.stringify(controls)})]
  .map((element, index) => ({
    index,
    isVisible: element.checkVisibility(),
    kind: element.matches("fieldset") ? "group"
      : element.matches("[type=radio]") ? "radio"
      : element.closest(".portal-date-part") ? "part of a date"
      : "control",
    label: (element.matches("fieldset")
      ? element.querySelector(":scope > legend")
      : element.labels[0])?.innerText ?? "",
  }))
  .filter(({ isVisible }) => isVisible)`;

/** The label as it is, with or without the mark for optional fields. */
function named(label: string): RegExp {
  const literal = label
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
  return new RegExp(`^\\s*${literal}\\s*(?:\\(freiwillig\\))?\\s*$`);
}

async function perform(control: Locator, deed: Deed): Promise<void> {
  switch (deed.kind) {
    case "type":
      return control.fill(deed.text);
    case "date":
      await control.getByLabel("Tag").fill(deed.day);
      await control.getByLabel("Monat").fill(deed.month);
      return control.getByLabel("Jahr").fill(deed.year);
    case "choose":
      return chooseOption(control, deed.label);
    case "tick":
      return control.check();
    case "upload":
      return control.setInputFiles(fileOf(deed.mediaType));
    case "describe":
      return control.getByRole("textbox").first().fill(deed.words);
  }
}

async function chooseOption(control: Locator, label: string): Promise<void> {
  const tag = await control.evaluate(
    (element: { tagName: string }) => element.tagName,
  );
  if (tag === "SELECT") {
    await control.selectOption({ label });
    return;
  }
  const name = named(label);
  await control
    .getByRole("radio", { name })
    .or(control.getByRole("checkbox", { name }))
    .first()
    .check();
}

function fileOf(mediaType: string) {
  if (mediaType === "application/pdf") return samplePdf();
  if (mediaType === "image/png") return samplePng();
  return {
    name: "bild.gif",
    mimeType: mediaType,
    buffer: Buffer.from("GIF89a"),
  };
}
