import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Answers } from "../domain/answers.ts";

/** One occurrence of a group (or the page) and what is known about it. */
export type Place = {
  readonly answers: Answers;
  readonly parent: string;
  readonly locale: Locale;
  readonly errorAt: (path: string) => string | undefined;
};
