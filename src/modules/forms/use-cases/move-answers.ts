import type { Locale } from "../../../platform/i18n/texts.ts";
import { listFiles, type Answers } from "../domain/answers.ts";
import { diffForms } from "../domain/diff-forms.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { migrateAnswers } from "../domain/migrate-answers.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { describeForApplicant } from "./describe-for-applicant.ts";
import { summarise } from "./summarise.ts";

/** An answer that a newer form has no place for, as people read it. */
export type LeftoverAnswer = {
  readonly label: string;
  readonly values: readonly string[];
};

export type MovedAnswers = {
  /** What is different, one sentence each. */
  readonly changes: readonly string[];
  /** What goes along. */
  readonly answers: Answers;
  /** What does not, to be shown. */
  readonly leftovers: readonly LeftoverAnswer[];
  /** Files among the leftovers. */
  readonly leftFileIds: readonly string[];
};

/** What another version of a form means for answers: what is different, what goes along, and what has no place any more. */
export function moveAnswers(
  before: FormDefinition,
  after: FormDefinition,
  { answers, locale }: { readonly answers: Answers; readonly locale: Locale },
): MovedAnswers {
  const migrated = migrateAnswers(before, after, answers);
  return {
    changes: [
      ...new Set(
        diffForms(before, after).map((change) =>
          describeForApplicant(change, locale),
        ),
      ),
    ],
    answers: migrated.answers,
    leftovers: describeLeftovers(before, migrated.leftovers, locale),
    leftFileIds: listFiles(migrated.leftovers).map(({ fileId }) => fileId),
  };
}

function describeLeftovers(
  before: FormDefinition,
  leftovers: Answers,
  locale: Locale,
): LeftoverAnswer[] {
  const pages = shownPages(before);
  return summarise({ pages, answers: leftovers, hidden: new Set() }, locale)
    .flatMap(({ heading, entries }) =>
      entries.map(({ label, values }) => ({
        label: `${heading}: ${label}`,
        values,
      })),
    )
    .filter(({ values }) => values.length > 0);
}
