import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import type { Absence, AbsenceFault, Colleague } from "../domain/team.ts";
import { staffTexts } from "../i18n/texts.ts";
import { absencePaths, accountPaths } from "./staff-paths.ts";

/** What was typed and what is wrong with it. */
export type AbsenceInput = {
  readonly from: DateParts;
  readonly until: DateParts;
  readonly substituteId: string;
  readonly problem?: AbsenceFault;
};

export type AbsencePageProps = {
  readonly locale: Locale;
  readonly absences: readonly Absence[];
  /** Who may do the work meanwhile. */
  readonly colleagues: readonly Colleague[];
  readonly input: AbsenceInput;
};

/** The field a fault belongs to. */
const fieldOf = {
  "absence-days-missing": "von",
  "absence-days-reversed": "bis",
  "absence-over": "bis",
  "absence-substitute-missing": "vertretung",
} as const satisfies Record<AbsenceFault, string>;

/** When one is away, and a form for the next time. */
export function absencePage(props: AbsencePageProps): Page {
  const { locale, input } = props;
  const t = staffTexts(locale);
  const { problem } = input;
  const errors = problem
    ? [{ fieldId: fieldOf[problem], text: t(`absence.${problem}`) }]
    : [];
  const title = t("absence.title");
  return page({
    status: problem ? 422 : 200,
    title: problem ? t("sign-in.error-title", { title }) : title,
    section: accountPaths.start,
    scripts: problem ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("account.title"), href: accountPaths.start })}
    ${errorSummary({ errors, locale })}
    ${pageHeading({ title, lead: t("absence.lead") })} ${absenceTable(props)}
    ${section({ title: t("absence.add.title"), body: absenceForm(props) })}`,
  });
}

function absenceForm({
  locale,
  colleagues,
  input,
}: AbsencePageProps): SafeHtml {
  const t = staffTexts(locale);
  const errorAt = (field: string) =>
    input.problem && fieldOf[input.problem] === field
      ? t(`absence.${input.problem}`)
      : undefined;
  return html`<form method="post" action="${absencePaths.start}" novalidate>
    ${dateInput({
      name: "von",
      label: t("absence.from"),
      value: input.from,
      error: errorAt("von"),
      locale,
    })}
    ${dateInput({
      name: "bis",
      label: t("absence.until"),
      value: input.until,
      error: errorAt("bis"),
      locale,
    })}
    ${select({
      name: "vertretung",
      label: t("absence.substitute"),
      options: colleagues.map(({ staffId, displayName }) => ({
        value: staffId,
        label: displayName,
      })),
      value: input.substituteId,
      error: errorAt("vertretung"),
      locale,
    })}
    ${button({ label: t("absence.add") })}
  </form>`;
}

function absenceTable({
  locale,
  absences,
  colleagues,
}: AbsencePageProps): SafeHtml {
  const t = staffTexts(locale);
  if (absences.length === 0)
    return html`<p class="kern-body">${t("absence.none")}</p>`;
  const nameOf = (id: string) =>
    colleagues.find(({ staffId }) => staffId === id)?.displayName ?? "–";
  const dayWords = (day: string) => formatDate(new Date(day), locale);
  return table({
    caption: t("absence.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("absence.from") },
      { label: t("absence.until") },
      { label: t("absence.substitute") },
      { label: t("account.sessions.action") },
    ],
    rows: absences.map(({ id, fromDay, untilDay, substituteId }) => ({
      cells: [
        dayWords(fromDay),
        dayWords(untilDay),
        nameOf(substituteId),
        html`<form method="post" action="${absencePaths.end(id)}">
          ${button({
            label: t("absence.remove"),
            context: dayWords(fromDay),
            variant: "secondary",
          })}
        </form>`,
      ],
    })),
  });
}
