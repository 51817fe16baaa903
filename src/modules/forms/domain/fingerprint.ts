import { sha256Text } from "../../../platform/values/sha256.ts";
import type { Answers, Occurrence } from "./answers.ts";
import {
  isBlank,
  isFileAnswer,
  maxOccurrences,
  occurrencesOf,
} from "./answers.ts";
import type { FormElement } from "./form-definition.ts";
import { askedElements, isRepeatable, visibleOccurrences } from "./visit.ts";

/**
 * What answers looked like, without saying what they were: shaped like answers, a short hash in place of each value.
 * Tells later which field was changed, and whether here or somewhere else.
 */
export type Fingerprints = {
  readonly [key: string]: readonly Fingerprint[];
};

/** Of a field the hash of its value, empty for a blank one; of a group those of its fields. */
export type Fingerprint = string | Fingerprints;

/** Of the answers to these elements as a page shows them; what is blank and does not repeat is left out. */
export function fingerprintsOf(
  elements: readonly FormElement[],
  answers: Answers,
): Fingerprints {
  return Object.fromEntries(
    elements.flatMap((element) => {
      const shown = placesOf(element, answers);
      const isLeftOut =
        shown.length === 0 || (!isRepeatable(element) && shown.every(isBlank));
      return isLeftOut
        ? []
        : [[element.key, shown.map((one) => fingerprintOf(element, one))]];
    }),
  );
}

/** The occurrences of an element, with those places of a repeating one that a page shows without any answer. */
export function placesOf(
  element: FormElement,
  answers: Answers,
): readonly Occurrence[] {
  const isTyped = element.kind === "group" || element.dataType !== "file";
  if (!isRepeatable(element) || !isTyped)
    return occurrencesOf(answers, element.key);
  const blank = element.kind === "group" ? {} : "";
  return visibleOccurrences(element, answers).map((one) => one ?? blank);
}

export function fingerprintOf(
  element: FormElement,
  occurrence: Occurrence,
): Fingerprint {
  if (typeof occurrence === "string")
    return isBlank(occurrence) ? "" : hashOf(occurrence);
  if (isFileAnswer(occurrence)) return hashOf(occurrence.fileId);
  return element.kind === "group"
    ? fingerprintsOf(askedElements(element), occurrence)
    : "";
}

export function fingerprintsOfList(
  element: FormElement,
  list: readonly Occurrence[],
): readonly Fingerprint[] {
  return list.map((one) => fingerprintOf(element, one));
}

/** What was typed and chosen, files left out, in one text: equal exactly when nothing was changed. Empty for blank. */
export function typedPart(
  element: FormElement,
  fingerprint: Fingerprint | undefined,
): string {
  if (element.kind === "field")
    return element.dataType === "file" || typeof fingerprint !== "string"
      ? ""
      : fingerprint;
  return askedElements(element)
    .map((inner) => {
      const parts = fingerprintsAt(fingerprint, inner.key).map((one) =>
        typedPart(inner, one),
      );
      return parts.every((part) => part === "")
        ? ""
        : `${inner.key}(${parts.join(",")})`;
    })
    .join("");
}

/** 48 bits: enough to notice a change, too few to be worth guessing at. */
function hashOf(text: string): string {
  return sha256Text(text).slice(0, 8);
}

/** Those of an element; never inherited from `Object.prototype`. */
export function fingerprintsAt(
  fingerprints: Fingerprint | undefined,
  key: string,
): readonly Fingerprint[] {
  if (typeof fingerprints !== "object") return [];
  return Object.hasOwn(fingerprints, key) ? (fingerprints[key] ?? []) : [];
}

/** Those of an element as the page showed them. In a group that was still blank a page shows the places that nothing was typed in yet. */
export function shownAt(
  fingerprints: Fingerprint | undefined,
  element: FormElement,
): readonly Fingerprint[] {
  const known = fingerprintsAt(fingerprints, element.key);
  return known.length > 0
    ? known
    : fingerprintsOfList(element, placesOf(element, {}));
}

/** Name of the hidden field that tells what a page showed before anything was typed. */
export const basisField = "_stand";

/** Value of that field. */
export function writeFingerprints(fingerprints: Fingerprints): string {
  return Buffer.from(JSON.stringify(fingerprints)).toString("base64url");
}

const maxWrittenLength = 200_000;
const maxLevels = 30;

/** What a page sent back; undefined for anything that no page of ours has sent. */
export function parseFingerprints(
  written: string | null,
): Fingerprints | undefined {
  if (written === null || written.length > maxWrittenLength) return undefined;
  try {
    const value: unknown = JSON.parse(
      Buffer.from(written, "base64url").toString("utf8"),
    );
    return isFingerprints(value, 0) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFingerprints(value: unknown, level: number): value is Fingerprints {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    level < maxLevels &&
    Object.values(value).every((list) => isList(list, level))
  );
}

function isList(value: unknown, level: number): boolean {
  return (
    Array.isArray(value) &&
    value.length <= maxOccurrences &&
    value.every(
      (one) => typeof one === "string" || isFingerprints(one, level + 1),
    )
  );
}
