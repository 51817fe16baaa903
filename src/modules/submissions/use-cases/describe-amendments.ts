import { formatDate, formatClock } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { describeChanges, type AnswerChange } from "../../forms/correction.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { evaluateSubmission } from "./evaluate-draft.ts";
import type { Amendment, Submission } from "./read-submission.ts";

/** What a correction changed, as people read it. */
export function changesOf(
  { before, after }: Amendment,
  locale: Locale,
): readonly AnswerChange[] {
  return describeChanges(
    { before: evaluateSubmission(before), after: evaluateSubmission(after) },
    locale,
  );
}

/** Each correction as a section for the receipt, with what proves it; none where nothing was corrected. */
export function amendmentSections(
  { amendments }: Pick<Submission, "amendments">,
  locale: Locale,
) {
  const t = submissionsTexts(locale);
  const shown = (values: readonly string[]) =>
    values.length === 0 ? t("correction.changes.empty") : values.join(", ");
  return amendments.map((amendment) => ({
    heading: t("correction.section", {
      date: formatDate(amendment.submittedAt, locale),
      time: formatClock(amendment.submittedAt, locale),
    }),
    entries: [
      ...changesOf(amendment, locale).map(({ label, before, after }) => ({
        label,
        values: [
          t("correction.section.change", {
            before: shown(before),
            after: shown(after),
          }),
        ],
      })),
      {
        label: t("correction.section.hash"),
        values: [amendment.contentHash],
      },
    ],
  }));
}
