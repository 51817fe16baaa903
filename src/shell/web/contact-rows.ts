import { html, type SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import {
  definitionRows,
  lines,
  type DefinitionRow,
} from "../../ui/definition-rows.ts";
import { externalLink, link, mailLink } from "../../ui/link.ts";
import { legalTexts } from "../i18n/legal-texts.ts";

/** How to reach the authority of a portal, as rows of term and value. */
export function contactRows(
  portal: Pick<Portal, "name" | "contact">,
  locale: Locale,
): SafeHtml {
  const t = legalTexts(locale);
  const { contact } = portal;
  const rows: DefinitionRow[] = [
    { term: t("contact.office"), value: lines([portal.name, contact.office]) },
    {
      term: t("contact.address"),
      value: lines([contact.street, `${contact.postcode} ${contact.town}`]),
    },
    {
      term: t("contact.phone"),
      value: link(phoneHref(contact.phone), contact.phone),
    },
    {
      term: t("contact.email"),
      value: mailLink(contact.email),
    },
  ];
  if (contact.website !== undefined) {
    rows.push({
      term: t("contact.website"),
      value: externalLink(contact.website, contact.website),
    });
  }
  if (contact.openingHours.length > 0) {
    const hours = contact.openingHours.map(
      (entry) => html`${entry.days}: ${entry.hours}`,
    );
    rows.push({ term: t("contact.hours"), value: lines(hours) });
  }
  return definitionRows(rows);
}

/** Address for dialling, without the gaps people write. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^+\d]/g, "")}`;
}
