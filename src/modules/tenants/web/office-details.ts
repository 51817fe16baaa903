import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import {
  definitionRows,
  lines,
  type DefinitionRow,
} from "../../../ui/definition-rows.ts";
import { link, mailLink } from "../../../ui/link.ts";
import type { Office } from "../domain/office.ts";
import { describeOpeningTimes } from "../domain/opening-times.ts";
import { openingToday } from "../domain/opening-today.ts";
import { tenantsTexts } from "../i18n/texts.ts";

/** How to reach an office: address, telephone, e-mail, opening hours. */
export function officeDetails(office: Office, locale: Locale): SafeHtml {
  const t = tenantsTexts(locale);
  const rows: DefinitionRow[] = [
    {
      term: t("office.address"),
      value: lines([office.street, `${office.postcode} ${office.town}`]),
    },
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
    { term: t("office.hours"), value: hoursOf(office, locale) },
  ];
  if (office.note !== null) {
    const note = html`<span lang="de">${office.note}</span>`;
    rows.push({ term: t("office.note"), value: note });
  }
  return definitionRows(rows);
}

/** Whether the office is open on the visitor's day; holidays are those of the Land. */
export function openingBadge(
  office: Office,
  { locale, now, ars }: { locale: Locale; now: Date; ars: string },
): SafeHtml {
  const t = tenantsTexts(locale);
  const today = openingToday(office.openingTimes, now, ars);
  switch (today.kind) {
    case "open":
      return badge("success", t("office.today.open", { hours: today.hours }));
    case "closed":
      return badge("neutral", t("office.today.closed"));
    case "holiday":
      return badge("neutral", t("office.today.holiday"));
  }
}

function hoursOf(office: Office, locale: Locale): SafeHtml {
  const t = tenantsTexts(locale);
  const described = describeOpeningTimes(office.openingTimes, locale);
  if (described.length === 0) return lines([t("office.hours.none")]);
  return lines([
    ...described.map(({ days, hours }) => `${days}: ${hours}`),
    t("office.holidays"),
  ]);
}
