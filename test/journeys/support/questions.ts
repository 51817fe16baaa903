import type { ElementHandle, JSHandle, Page } from "playwright-core";
import { lonelyGroups } from "../../../src/modules/forms/domain/shown-pages.ts";
import type {
  FormElement,
  FormPage,
  InputField,
} from "../../../src/modules/forms/domain/form-definition.ts";
import {
  askedElements,
  isRepeatable,
} from "../../../src/modules/forms/domain/visit.ts";
import { isFilledIn } from "../../../src/modules/forms/testing/sample-input.ts";

/** An element that keeps being the one it was, whatever scripts put beside it. */
export type Control = ElementHandle;

/** One question as it can be seen: what it is called, and the headings of the groups it stands in. */
export type Question = {
  /** Headings and label, and which one of several that are called the same. */
  readonly name: string;
  readonly field: InputField;
  readonly isOptional: boolean;
  /** True when a message at it says what to mend. */
  readonly hasError: boolean;
  /** What stands in its inputs. */
  readonly values: readonly string[];
  /** The input, or the frame around several. */
  readonly control: () => Promise<Control>;
};

/** All questions that can be seen on the page, from top to bottom. Throws for one that the form does not ask. */
export async function readQuestions(
  page: Page,
  formPage: FormPage,
): Promise<readonly Question[]> {
  const handle = await page.evaluateHandle<Looked>(look);
  const seen = await handle.evaluate(({ seen }) => seen);
  const asked = askedOn(formPage);
  const answered = new Set<number>();
  const counts = new Map<string, number>();
  return seen.flatMap((each, index) => {
    if (each.around.some((outer) => answered.has(outer))) return [];
    const name = [...each.headings, each.label].join(" › ");
    const key = `${each.isGroup ? "group" : "control"} ${name}`;
    const place = counts.get(key) ?? 0;
    const field = fieldOf(each, asked, place);
    if (!field) return mayBeNoQuestion(each, name);
    counts.set(key, place + 1);
    if (each.isGroup) answered.add(index);
    if (!each.isVisible) return [];
    return [
      {
        ...each,
        name: place === 0 ? name : `${name} (${String(place + 1)})`,
        field,
        control: () => controlAt(handle, index),
      },
    ];
  });
}

/** A frame around questions, or what is not seen. */
function mayBeNoQuestion({ isGroup, isVisible }: Seen, name: string): [] {
  if (isGroup || !isVisible) return [];
  throw new Error(`the form does not ask "${name}"`);
}

/** Of several that are called the same the one at this place. */
function fieldOf(
  seen: Seen,
  asked: readonly Asked[],
  place: number,
): InputField | undefined {
  const fitting = asked.filter((question) => fits(question, seen));
  return (fitting[place] ?? fitting.at(-1))?.field;
}

type Seen = {
  readonly isGroup: boolean;
  readonly isVisible: boolean;
  readonly isOptional: boolean;
  readonly hasError: boolean;
  readonly headings: readonly string[];
  readonly label: string;
  readonly values: readonly string[];
  /** Places of the groups it stands in. */
  readonly around: readonly number[];
};

type Looked = {
  readonly seen: readonly Seen[];
  readonly elements: readonly object[];
};

async function controlAt(
  looked: JSHandle<Looked>,
  index: number,
): Promise<Control> {
  const element = await looked.evaluateHandle(
    ({ elements }, at) => elements[at],
    index,
  );
  return element as Control;
}

/**
 * What has a label on the page, in reading order, also what rules hide just now. The search box that shortens a long list is no question.
 * One look for all is much faster than a search for each.
 */
const look = `(() => {
  const elements = [...document.querySelectorAll(
    "main :is(fieldset, input:not([type=hidden], [type=search]), select, textarea)")]
    .filter((element) => element.closest("form")?.querySelector("[name=_seite]"));
  const own = (element) => element.matches("fieldset")
    ? element.querySelector(":scope > legend") : element.labels[0];
  const read = (element) => (own(element)?.innerText ?? "").replaceAll(/\\s+/g, " ").trim();
  const optional = / ?\\(freiwillig\\)$/;
  const around = (element) => elements.filter((other) =>
    other !== element && other.matches("fieldset") && other.contains(element));
  const inputs = (element) => element.matches("fieldset")
    ? [...element.querySelectorAll("input, select, textarea")] : [element];
  const seen = elements.map((element) => ({
    isGroup: element.matches("fieldset"),
    isVisible: element.checkVisibility(),
    isOptional: optional.test(read(element)),
    hasError: (element.getAttribute("aria-describedby") ?? "").split(" ")
      .some((id) => document.getElementById(id)?.matches(".kern-error")),
    headings: around(element).map((each) => read(each).replace(optional, "")),
    label: read(element).replace(optional, ""),
    values: inputs(element).map(({ value }) => value),
    around: around(element).map((each) => elements.indexOf(each)),
  }));
  return { seen, elements };
})()`;

type Asked = {
  readonly field: InputField;
  readonly headings: readonly RegExp[];
  readonly label: RegExp;
};

/** Every question of a page, with the headings that stand over it. */
function askedOn({ title, elements }: FormPage): readonly Asked[] {
  const around = lonelyGroups(elements);
  const last = around.findLastIndex(({ label }) => label === title);
  const [outer] = around.slice(Math.max(last, 0));
  return listAsked(outer ? askedElements(outer) : elements, []);
}

function listAsked(
  elements: readonly FormElement[],
  headings: readonly RegExp[],
): readonly Asked[] {
  return elements.flatMap((element) => {
    if (element.kind === "field")
      return isFilledIn(element)
        ? [{ field: element, headings, label: called(element) }]
        : [];
    const hasNone =
      !isRepeatable(element) &&
      (element.choice === true || element.hideLabel === true);
    return listAsked(
      askedElements(element),
      hasNone ? headings : [...headings, called(element)],
    );
  });
}

/** The label as it is read; of what repeats with its number. A box to tick alone is called what it says. */
function called(element: FormElement): RegExp {
  const literal = element.label
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    isRepeatable(element) ? `^${literal}(?: \\d+)?$` : `^${literal}$`,
  );
}

function fits({ label, headings }: Asked, seen: Seen): boolean {
  return (
    label.test(seen.label) &&
    headings.length === seen.headings.length &&
    headings.every((heading, at) => heading.test(seen.headings[at] ?? ""))
  );
}
