import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Answers } from "../domain/answers.ts";
import type { PlacedValue } from "../fill-in/place-own-data.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";

/** One occurrence of a group (or the page) and what is known about it. */
export type Place = {
  readonly form: EvaluatedForm;
  /** As typed, also in what is hidden now. */
  readonly answers: Answers;
  /** Those that count, with what is computed. */
  readonly counting: Answers;
  readonly parent: string;
  readonly locale: Locale;
  readonly errorAt: (path: string) => string | undefined;
  readonly own: OwnDataOnPage;
};

/** What an account has to do with the fields of a page. */
export type OwnDataOnPage = {
  /** Values that cannot be changed here, by path, with who has confirmed them. */
  readonly locked: ReadonlyMap<string, { readonly confirmedBy: string }>;
  /** By path of a group, what a button in it would put in. */
  readonly offers: ReadonlyMap<string, readonly PlacedValue[]>;
};

export const noOwnData: OwnDataOnPage = {
  locked: new Map(),
  offers: new Map(),
};
