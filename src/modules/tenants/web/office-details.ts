import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { badge } from "../../../ui/badge.ts";
import {
  definitionRows,
  lines,
  type DefinitionRow,
} from "../../../ui/definition-rows.ts";
import { link, mailLink } from "../../../ui/link.ts";
import type { Office } from "../domain/office.ts";
import { exceptionsFrom } from "../domain/opening-day.ts";
import { describeOpeningTimes } from "../domain/opening-times.ts";
import { openingToday } from "../domain/opening-today.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import {
  exceptionInWords,
  nextInWords,
  todayInWords,
} from "./opening-words.ts";

/** For whom and when an office is shown; the ARS says in which Land it stands. */
export type OfficeView = {
  readonly locale: Locale;
  readonly now: Date;
  readonly ars: string;
};

/** How to reach an office: address, way there, telephone, e-mail, opening hours and the days that are different. */
export function officeDetails(office: Office, view: OfficeView): SafeHtml {
  const t = tenantsTexts(view.locale);
  const rows: DefinitionRow[] = [
    {
      term: t("office.address"),
      value: lines([office.street, `${office.postcode} ${office.town}`]),
    },
    ...ownWords(t("office.transport"), office.transport),
    ...ownWords(t("office.accessibility"), office.accessibility),
    {
      term: t("office.phone"),
      value: link(
        `tel:${office.phone.replaceAll(/[^+\d]/g, "")}`,
        office.phone,
      ),
    },
    {
      term: t("office.email"),
      value: mailLink(office.email),
    },
    { term: t("office.hours"), value: hoursOf(office, view) },
    ...ownWords(t("office.note"), office.note),
  ];
  return definitionRows(rows);
}

/** Whether the office is open at the visitor's moment; holidays are those of the Land. */
export function openingBadge(
  office: Office,
  { locale, now, ars }: OfficeView,
): SafeHtml {
  const today = openingToday(office, now, ars);
  const isOpen = today.kind === "open" || today.kind === "later";
  return badge(isOpen ? "success" : "neutral", todayInWords(today, locale));
}

/** When it opens again, where it is closed. */
export function nextOpening(
  office: Office,
  { locale, now, ars }: OfficeView,
): SafeHtml | undefined {
  const next = nextInWords(openingToday(office, now, ars), locale);
  return next === undefined ? undefined : html`<p>${next}</p>`;
}

/** What the office wrote itself, in German. */
function ownWords(term: string, words: string | null): DefinitionRow[] {
  if (words === null) return [];
  const value = html`<span lang="de">${lines(words.split("\n"))}</span>`;
  return [{ term, value }];
}

/** So far ahead people plan a visit. */
const daysAhead = 60;

function hoursOf(office: Office, { locale, now, ars }: OfficeView): SafeHtml {
  const t = tenantsTexts(locale);
  const described = describeOpeningTimes(office.openingTimes, locale);
  const exceptions = exceptionsFrom(office, {
    from: germanDay(now),
    days: daysAhead,
    ars,
  }).map((day) => exceptionInWords(day, locale));
  if (described.length === 0)
    return lines([t("office.hours.none"), ...exceptions]);
  return lines([
    ...described.map(({ days, hours }) => `${days}: ${hours}`),
    ...exceptions,
    t("office.holidays"),
  ]);
}
