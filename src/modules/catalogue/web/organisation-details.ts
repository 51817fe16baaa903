import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { phoneHref } from "../../../shell/web/contact-rows.ts";
import {
  definitionRows,
  lines,
  type DefinitionRow,
} from "../../../ui/definition-rows.ts";
import { link, mailLink } from "../../../ui/link.ts";
import type { DirectoryOffice } from "../../tenants/index.ts";
import { catalogueTexts } from "../i18n/texts.ts";

/** How to reach who a directory says is responsible: as far as it says so. */
export function organisationDetails(
  organisation: DirectoryOffice,
  locale: Locale,
): SafeHtml {
  const { name, street, postcode, town, phone, email } = organisation;
  const t = catalogueTexts(locale);
  const hours = hoursIn(organisation);
  const address = [street, `${postcode} ${town}`.trim()].filter(
    (part) => part !== "",
  );
  const rows: DefinitionRow[] = [
    ...(address.length > 0
      ? [{ term: t("organisation.address"), value: lines(address) }]
      : []),
    ...(/\d/.test(phone)
      ? [
          {
            term: t("organisation.phone"),
            value: link(phoneHref(phone), phone),
          },
        ]
      : []),
    ...(email.includes("@")
      ? [{ term: t("organisation.email"), value: mailLink(email) }]
      : []),
    ...(hours.length > 0
      ? [{ term: t("organisation.hours"), value: lines(hours) }]
      : []),
  ];
  return html`<p><strong lang="de">${name}</strong></p>
    ${rows.length > 0 && definitionRows(rows)}
    <p>
      ${t(hours.length > 0 ? "organisation.source.hours" : "organisation.source")}
    </p>`;
}

/** In the words of the directory, which are German. */
const hoursIn = ({ hours, days, note }: DirectoryOffice): readonly string[] =>
  `${hours}\n${days}\n${note}`.split("\n").filter((line) => line.trim() !== "");
