import fc from "fast-check";
import type {
  Check,
  FormDefinition,
  FormElement,
  FormField,
  FormPage,
  Rule,
} from "../domain/form-definition.ts";
import { isRepeatable } from "../domain/visit.ts";
import { arbitraryForm } from "./arbitrary-form.ts";

/** Draws a number below `count`. */
type Draw = (count: number) => number;

/**
 * Any form with conditions, requirements, computed and locked values, checks and choices. Rules name what stands before them, so that
 * they do not go in circles.
 */
export const arbitraryRuledForm: fc.Arbitrary<FormDefinition> = fc
  .tuple(arbitraryForm, fc.infiniteStream(fc.nat({ max: 1_000_000 })))
  .map(([form, numbers]) => {
    const draw: Draw = (count) => numbers.next().value % count;
    return withRules(form, draw);
  });

function withRules(form: FormDefinition, draw: Draw): FormDefinition {
  const before: FormElement[] = [];
  const pages = form.pages.map((page, index): FormPage => {
    const rule =
      index > 0 && draw(3) === 0 ? ruleAbout(before, draw) : undefined;
    const elements = ruledElements(page.elements, { before, draw });
    return {
      ...page,
      elements,
      ...(rule === undefined ? {} : { visibleWhen: rule }),
    };
  });
  const places = pages.flatMap(({ elements }) => elements);
  const checks = places
    .filter(() => draw(4) === 0)
    .map(({ key }): Check => ({
      id: `p-${key}`,
      rule: ruleAbout(places, draw) ?? "true",
      message: `Prüfen Sie ${key}.`,
      elementPath: key,
    }));
  return { ...form, pages, checks };
}

type Known = { readonly before: FormElement[]; readonly draw: Draw };

function ruledElements(
  elements: readonly FormElement[],
  { before, draw }: Known,
): readonly FormElement[] {
  return elements.map((element) => {
    const ruled = ruledElement(element, { before, draw });
    before.push(ruled);
    return ruled;
  });
}

function ruledElement(element: FormElement, known: Known): FormElement {
  const { before, draw } = known;
  const visibleWhen = draw(3) === 0 ? ruleAbout(before, draw) : undefined;
  const condition = visibleWhen === undefined ? {} : { visibleWhen };
  if (element.kind === "field")
    return { ...element, ...condition, ...fieldRules(element, known) };
  return {
    ...element,
    ...condition,
    ...(draw(3) === 0 ? { choice: true as const } : {}),
    elements: ruledElements(element.elements, {
      before: [...before],
      draw,
    }),
  };
}

function fieldRules(
  field: FormField,
  { before, draw }: Known,
): Partial<
  Pick<FormField, "requiredWhen" | "computed" | "entry" | "initialValue">
> {
  const computed = computedFor(field, before, draw);
  switch (draw(5)) {
    case 0: {
      const requiredWhen = ruleAbout(before, draw);
      return requiredWhen === undefined ? {} : { requiredWhen };
    }
    case 1:
      return computed === undefined ? {} : { computed };
    case 2:
      return field.dataType === "text" && field.format === undefined
        ? { entry: "locked", initialValue: "fest" }
        : {};
    default:
      return {};
  }
}

function computedFor(
  field: FormField,
  before: readonly FormElement[],
  draw: Draw,
): Rule | undefined {
  const numbers = before.filter(
    (each) => isNumber(each) && !isRepeatable(each),
  );
  const number = numbers[draw(Math.max(1, numbers.length))];
  const rule = ruleAbout(before, draw);
  if (isNumber(field) && number)
    return [`${number.key} * 2 + 1`, `round(${number.key} / 3, 1)`][draw(2)];
  if (field.dataType === "boolean") return rule;
  return field.dataType === "text" && rule !== undefined
    ? `${rule} ? 'ja' : 'nein'`
    : undefined;
}

function isNumber(element: FormElement): boolean {
  return (
    element.kind === "field" &&
    ["number", "integer", "currency"].includes(element.dataType)
  );
}

/** A condition on one or two of these elements; undefined when there are none. */
function ruleAbout(
  elements: readonly FormElement[],
  draw: Draw,
): Rule | undefined {
  const [one, other] = [draw(1000), draw(1000)].map(
    (number) => elements[number % Math.max(1, elements.length)],
  );
  if (!one || !other) return undefined;
  const first = atomAbout(one, draw);
  switch (draw(4)) {
    case 0:
      return `(${first} && ${atomAbout(other, draw)})`;
    case 1:
      return `(${first} || ${atomAbout(other, draw)})`;
    case 2:
      return `!(${first})`;
    default:
      return first;
  }
}

function atomAbout(element: FormElement, draw: Draw): Rule {
  const { key } = element;
  const atoms = [`answered(${key})`, ...atomsByShape(element)];
  return atoms[draw(atoms.length)] ?? "true";
}

function atomsByShape(element: FormElement): readonly Rule[] {
  const { key } = element;
  const isFile = element.kind === "field" && element.dataType === "file";
  if (isRepeatable(element) || isFile)
    return [`count(${key}) > 1`, `${key} == null`];
  if (element.kind === "group") return [`${key} == null`];
  return atomsByType[element.dataType]?.(key) ?? [];
}

const atomsByType: Readonly<
  Partial<Record<FormField["dataType"], (key: string) => readonly Rule[]>>
> = {
  text: (key) => [
    `${key} == 'Müller'`,
    `${key} != ''`,
    `size(${key}) > 3`,
    `${key}.startsWith('M')`,
  ],
  date: (key) => [`${key} < today()`, `age(${key}) >= 18`],
  datetime: (key) => [`${key} < today()`, `${key} == null`],
  time: (key) => [`${key} == '08:30'`, `${key} == null`],
  country: (key) => [`${key} == 'DE'`, `${key} in ['AT', 'PL']`],
  consent: (key) => [`${key} == null`],
  location: (key) => [`${key} == null`],
  boolean: (key) => [key, `${key} == false`],
  select: (key) => [`${key} == '1'`, `${key} in ['2', '3']`],
  number: (key) => [`${key} > 12`, `${key} * 2 <= 24.5`],
  integer: (key) => [`${key} > 12`, `${key} == 31`],
  currency: (key) => [`${key} >= 12`, `${key} == null`],
};
