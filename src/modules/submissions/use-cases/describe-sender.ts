import {
  formatDate,
  formatDateTime,
  formatClock,
} from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  counterProvider,
  intakeForOthers,
  type SentIntake,
} from "../domain/intake.ts";
import type { Authentication } from "../domain/sender.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { rightRows } from "./describe-right.ts";
import type { Submission } from "./read-submission.ts";

/** Name, for whom, level, source and time, for the applicant, the office and the receipt. */
export function senderRows(
  authentication: Authentication,
  locale: Locale,
): readonly { readonly term: string; readonly value: string }[] {
  const t = submissionsTexts(locale);
  const { name, level, signedInAt, actingFor } = authentication;
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
        provider: providerInWords(authentication, locale),
        date: formatDate(signedInAt, locale),
        time: formatClock(signedInAt, locale),
      }),
    },
  ];
}

/** The provider's key where its name was not kept. */
function providerInWords(
  { provider, providerName }: Authentication,
  locale: Locale,
): string {
  return provider === "local" || provider === counterProvider
    ? submissionsTexts(locale)(`sender.provider.${provider}`)
    : (providerName?.[locale] ?? provider);
}

/** For back-office systems: who sent it, and how the office took it in. */
export function senderForOthers({
  authentication,
  intake,
}: Pick<Submission, "authentication" | "intake">) {
  return { sender: authentication, intake: intake && intakeForOthers(intake) };
}

/** Of what a caseworker took in that, too: sections before the answers. */
export function knownOfSender(
  submission: Pick<
    Submission,
    "authentication" | "intake" | "arrival" | "submittedAt"
  >,
  locale: Locale,
) {
  const { authentication, intake, arrival } = submission;
  // The other portal knew who applied; it says nothing of that which could be checked here.
  if (arrival) return [];
  return [
    ...(intake ? [intakeSummary(submission, intake, locale)] : []),
    ...(authentication || !intake ? [senderSummary(submission, locale)] : []),
  ];
}

function intakeSummary(
  { submittedAt }: Pick<Submission, "submittedAt">,
  intake: SentIntake,
  locale: Locale,
) {
  const t = submissionsTexts(locale);
  return {
    heading: t("intake.title"),
    entries: intakeRows({ ...intake, takenAt: submittedAt }, locale).map(
      ({ term, value }) => ({ label: term, values: [value] }),
    ),
  };
}

/** How it reached the office, who entered it, and what was seen of the person. */
export function intakeRows(
  intake: SentIntake & { readonly takenAt: Date },
  locale: Locale,
): readonly { readonly term: string; readonly value: string }[] {
  const t = submissionsTexts(locale);
  const { channel, name, receivedOn, takenBy, takenAt } = intake;
  return [
    { term: t("intake.channel"), value: t(`intake.channel.${channel}`) },
    { term: t("intake.by"), value: takenBy.name },
    { term: t("intake.at"), value: formatDateTime(takenAt, locale) },
    ...(receivedOn === undefined
      ? []
      : [
          {
            term: t("intake.received-on"),
            value: formatDate(new Date(receivedOn), locale),
          },
        ]),
    { term: t("intake.name"), value: name },
    {
      term: t("intake.identity"),
      value: t(
        intake.isIdentitySeen ? "intake.identity.seen" : "intake.identity.not",
      ),
    },
    {
      term: t("intake.signature"),
      value: t(
        intake.isSigned ? "intake.signature.there" : "intake.signature.not",
      ),
    },
  ];
}

/** In one line who sent for another, and by what right; undefined for what somebody sent for themselves. */
export function actorLine(
  { name, actingFor }: Authentication,
  locale: Locale,
): string | undefined {
  if (!actingFor) return undefined;
  const t = submissionsTexts(locale);
  const rows = actingFor.right ? rightRows(actingFor.right, locale) : [];
  const [basis, check] = [rows[0]?.value, rows.at(-1)?.value];
  return basis === undefined || check === undefined
    ? t("own.sent-by", { name })
    : t("own.sent-by.right", { name, basis, check });
}

/** The same as a section of what was sent, before the answers; a guest's says that nobody has proven anything. @see TR-03172-3 A3.18.01 */
function senderSummary(
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
