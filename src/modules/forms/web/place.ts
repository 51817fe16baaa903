import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Answers } from "../domain/answers.ts";
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
};
