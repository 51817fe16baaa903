import {
  actionField,
  applyAction,
  pathAfterAction,
} from "../domain/apply-action.ts";
import { asShown, isFileGone } from "../domain/as-shown.ts";
import {
  basisField,
  fingerprintsOf,
  parseFingerprints,
} from "../domain/fingerprint.ts";
import type { FormDefinition, FormPage } from "../domain/form-definition.ts";
import { mergePage, type Overlap } from "../domain/merge-page.ts";
import { placeAfterAction } from "../domain/place-after-action.ts";
import type { PageInput, PageReading } from "../domain/page-input.ts";
import { readPage } from "./read-page.ts";

export type PageTaken = PageReading & {
  /** What was changed both here and in another tab; show it. */
  readonly overlaps: readonly Overlap[];
  /** Where one goes on after a button that changed the page: the id of a control. */
  readonly anchor: string | undefined;
  /** Where a field stands now that stood at this path, none where its occurrence was taken away. Undefined where all stand as before. */
  readonly pathNow: ((path: string) => string | undefined) | undefined;
};

/**
 * Takes a page's input and the button that was pressed into the stored answers. What the page did not change since it was shown keeps
 * the value another tab has stored meanwhile; where both changed something this page counts, and `overlaps` has the other value.
 * Without what `renderPageFields` noted of that state the whole page counts. As `readPage` it never throws on what visitors send.
 */
export function takePage(
  definition: FormDefinition,
  page: FormPage,
  input: PageInput,
): PageTaken {
  const theirs = input.previous;
  const basis =
    parseFingerprints(input.fields.get(basisField)) ??
    fingerprintsOf(page.elements, theirs);
  const read = readPage(definition, page.key, {
    ...input,
    previous: asShown(page, { basis, theirs }),
  });
  const action = input.fields.get(actionField) ?? "";
  const mine = isFileGone(page, { basis, theirs }, action)
    ? read.answers
    : applyAction(definition, page.key, { answers: read.answers, action });
  const merged = mergePage(page, { basis, mine, theirs });
  return {
    ...merged,
    uploadErrors: read.uploadErrors,
    pathNow:
      mine === read.answers || action.startsWith("add:")
        ? undefined
        : (path) => pathAfterAction(path, action),
    anchor: placeAfterAction(definition, page.key, {
      answers: merged.answers,
      action,
    }),
  };
}
