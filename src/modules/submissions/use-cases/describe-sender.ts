import { formatDate, formatTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Authentication } from "../domain/sender.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { rightRows } from "./describe-right.ts";
import type { Submission } from "./read-submission.ts";

/** Name, for whom, level, source and time, for the applicant, the office and the receipt. */
export function senderRows(
  { name, level, provider, signedInAt, actingFor }: Authentication,
  locale: Locale,
): readonly { readonly term: string; readonly value: string }[] {
  const t = submissionsTexts(locale);
  return [
    { term: t("sender.name"), value: name },
    ...(actingFor
      ? [
          { term: t("sender.acting-for"), value: actingFor.name },
          ...(actingFor.right ? rightRows(actingFor.right, locale) : []),
        ]
      : []),
    { term: t("sender.level"), value: t(`level.${level}`) },
    {
      term: t("sender.proof"),
      value: t("sender.proof.value", {
        provider: provider === "local" ? t("sender.provider.local") : provider,
        date: formatDate(signedInAt, locale),
        time: formatTime(signedInAt, locale),
      }),
    },
  ];
}

/** The same as a section of what was sent, before the answers; a guest's says that nobody has proven anything. @see TR-03172-3 A3.18.01 */
export function senderSummary(
  { authentication }: Pick<Submission, "authentication">,
  locale: Locale,
) {
  const t = submissionsTexts(locale);
  const rows = authentication
    ? senderRows(authentication, locale)
    : [{ term: t("sender.level"), value: t("sender.guest") }];
  return {
    heading: t("sender.title"),
    entries: rows.map(({ term, value }) => ({ label: term, values: [value] })),
  };
}
