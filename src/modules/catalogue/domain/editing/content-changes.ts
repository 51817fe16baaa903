import { stableHash } from "../../../../platform/values/stable-hash.ts";
import type { LeistungContent } from "../content/leistung-content.ts";
import { situationInputs, typedLeistung } from "../typed/leistung-form.ts";

/** An input of the form whose text differs, and the two texts. */
export type ContentChange = {
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

/** Stands for the situations that have no input of their own, one in a line. */
export const furtherSituations = "weitere-themen";

/** What an editor sees of the difference between two contents. */
export function contentChanges(
  before: LeistungContent,
  after: LeistungContent,
): readonly ContentChange[] {
  const typedBefore = comparedTexts(before);
  return [...comparedTexts(after)]
    .map(([field, text]) => ({
      field,
      before: typedBefore.get(field) ?? "",
      after: text,
    }))
    .filter((change) => change.before !== change.after);
}

function comparedTexts(content: LeistungContent): ReadonlyMap<string, string> {
  const further = content.situations.slice(situationInputs.length);
  return new Map([
    ...typedLeistung(content),
    [furtherSituations, further.join("\n")],
  ]);
}

/** Keys of the content that differ, also those that no input shows. */
export function changedParts(
  before: LeistungContent,
  after: LeistungContent,
): readonly string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => !isSamePart(was.get(key), is.get(key)),
  );
}

/** True for the same content, whatever the order of its keys. */
export function isSameContent(
  one: LeistungContent,
  other: LeistungContent,
): boolean {
  return stableHash(one) === stableHash(other);
}

/** Changes that two people made to the same content: each part that only `theirs` changed is theirs, the rest `mine`. */
export function merged({
  base,
  mine,
  theirs,
}: Readonly<
  Record<"base" | "mine" | "theirs", LeistungContent>
>): LeistungContent {
  const parts = (content: LeistungContent) =>
    new Map<string, unknown>(Object.entries(content));
  const [was, is, their] = [parts(base), parts(mine), parts(theirs)];
  const result: LeistungContent = { ...mine };
  for (const key of new Set([...was.keys(), ...is.keys(), ...their.keys()])) {
    if (!isSamePart(is.get(key), was.get(key))) continue;
    if (their.has(key)) Reflect.set(result, key, their.get(key));
    else Reflect.deleteProperty(result, key);
  }
  return result;
}

const isSamePart = (one: unknown, other: unknown) =>
  one === undefined || other === undefined
    ? one === other
    : stableHash(one) === stableHash(other);
