import type { ElementHandle, Locator, Page } from "playwright-core";
import type {
  FormElement,
  FormGroup,
  FormPage,
  InputField,
} from "../../../src/modules/forms/domain/form-definition.ts";
import type {
  Choose,
  Deed,
} from "../../../src/modules/forms/testing/sample-input.ts";
import {
  isRepeatable,
  listFields,
} from "../../../src/modules/forms/domain/visit.ts";
import { readQuestions, type Control } from "./questions.ts";
import { sampleFiles } from "./sample-files.ts";

export type Reading = {
  readonly page: Page;
  readonly formPage: FormPage;
  readonly choose: Choose;
  /** What one does at a question; undefined leaves it as it is. */
  readonly decide: (field: InputField) => Deed | undefined;
};

/** What was done at a question, by its name. */
export type Done = Map<
  string,
  { readonly field: InputField; readonly deed: Deed | undefined }
>;

/**
 * Answers what can be seen, from top to bottom, as somebody who reads it: by labels and headings, never by an id. Questions that come up
 * meanwhile are answered, too; those in `done` are left as they are.
 */
export async function answerStep(
  reading: Reading,
  done: Done = new Map(),
): Promise<Done> {
  const { page, formPage, choose, decide } = reading;
  const hasRules = (await page.locator("#form-rules").count()) > 0;
  let isUpToDate = true;
  for (;;) {
    const questions = await readQuestions(page, formPage);
    const open = questions.filter(({ name }) => !done.has(name));
    if (open.length === 0) {
      // Without scripts a button brings up what the answers ask for.
      const update = page.getByRole("button", {
        name: "Angaben aktualisieren",
      });
      if (isUpToDate || (await update.count()) === 0) return done;
      await press(page, update);
      isUpToDate = true;
    }
    for (const { name, field, control } of open) {
      const deed = decide(field);
      done.set(name, { field, deed });
      if (!deed) continue;
      await perform(await control(), { field, deed, choose });
      isUpToDate = false;
      // Any answer may change what is asked.
      if (hasRules) break;
    }
  }
}

/** Adds one of every group that may be left out and repeats, and one more of the first that is short. */
export async function addRepeats(
  page: Page,
  { elements }: FormPage,
): Promise<void> {
  const repeating = listGroups(elements).filter(isRepeatable);
  const buttonCalled = (name: string) =>
    page.getByRole("button", { name, exact: true }).first();
  for (const { label } of repeating) {
    const missing = buttonCalled(`${label} hinzufügen`);
    for (let count = 0; count < 8 && (await missing.count()) > 0; count += 1)
      await press(page, missing);
  }
  const short = repeating.find((group) => listFields([group]).length < 8);
  const another = buttonCalled(
    `Weitere Angabe hinzufügen: ${short?.label ?? ""}`,
  );
  if (short && (await another.count()) > 0) await press(page, another);
}

function listGroups(elements: readonly FormElement[]): readonly FormGroup[] {
  return elements.flatMap((element) =>
    element.kind === "group" ? [element, ...listGroups(element.elements)] : [],
  );
}

/** Presses a button and waits for the page it leads to, which may be the same one again. */
export async function press(page: Page, button: Locator): Promise<void> {
  await page.evaluate("document.documentElement.dataset.isLeft = ''");
  await button.click();
  await page.locator("html:not([data-is-left])").waitFor({ state: "attached" });
  await page.waitForLoadState();
}

type Performing = {
  readonly field: InputField;
  readonly deed: Deed;
  readonly choose: Choose;
};

async function perform(
  control: Control,
  { field, deed }: Performing,
): Promise<void> {
  switch (deed.kind) {
    case "type":
      return control.fill(deed.text);
    case "date":
      await (await inputCalled(control, "Tag")).fill(deed.day);
      await (await inputCalled(control, "Monat")).fill(deed.month);
      await (await inputCalled(control, "Jahr")).fill(deed.year);
      if (deed.time === undefined) return;
      return (await inputCalled(control, "Uhrzeit")).fill(deed.time);
    case "choose":
      return chooseOptions(control, field, deed.label);
    case "tick":
      return (await inputCalled(control, deed.label)).check();
    case "upload": {
      const count = Math.max(1, field.cardinality.min);
      return control.setInputFiles(sampleFiles(deed.mediaType, count));
    }
    case "describe":
      return (await inputCalled(control, "Ort in Worten")).fill(deed.words);
  }
}

/** As many as must be chosen, beginning with this one. */
async function chooseOptions(
  control: Control,
  field: InputField,
  label: string,
): Promise<void> {
  const tag = await control.evaluate(
    (element: { tagName: string }) => element.tagName,
  );
  if (tag === "SELECT") {
    await control.selectOption({ label });
    return;
  }
  const others = field.dataType === "select" ? field.options : [];
  const labels = new Set([label, ...others.map((option) => option.label)]);
  const count = Math.max(1, field.cardinality.min);
  for (const each of [...labels].slice(0, count))
    await (await inputCalled(control, each)).check();
}

/** The input in this frame with this label. */
async function inputCalled(frame: Control, label: string): Promise<Control> {
  const found = await (frame as ElementHandle<Frame>).evaluateHandle(
    findCalled,
    label,
  );
  return found as Control;
}

type Frame = { querySelectorAll(selector: string): Iterable<Labelled> };
type Labelled = { readonly labels: readonly { readonly innerText: string }[] };

function findCalled(frame: Frame, label: string): Labelled {
  const plain = (text = "") => text.replaceAll(/\s+/g, " ").trim();
  const found = [...frame.querySelectorAll("input, textarea")].find(
    ({ labels }) => plain(labels[0]?.innerText) === plain(label),
  );
  if (!found) throw new Error(`nobody finds "${label}"`);
  return found;
}
