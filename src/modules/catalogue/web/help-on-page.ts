import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import type { Portal } from "../../tenants/index.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { leistungSearch } from "./leistung-cards.ts";

export type HelpOnInput = {
  readonly title: string;
  readonly lead: string | SafeHtml;
  /** What stands in the search. */
  readonly query: string;
  /** Between the search and the contact. */
  readonly more: HtmlValue;
  readonly portal: Portal;
  readonly locale: Locale;
};

/** What somebody looked for is not here: says so, and helps on with the search and whom to ask. */
export function helpOnPage(input: HelpOnInput): SafeHtml {
  const { title, lead, query, more, portal, locale } = input;
  return html`${pageHeading({ title, lead })}
  ${leistungSearch({ query, portal, locale })} ${more}
  ${section({
    title: catalogueTexts(locale)("results.empty.contact"),
    body: contactRows(portal, locale),
  })}`;
}
