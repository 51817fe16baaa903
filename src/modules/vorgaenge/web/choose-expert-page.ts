import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import { authoritySearch, type FoundAuthorities } from "./authority-search.ts";
import { opinionFields } from "./opinion-form.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Which other authority to ask for an opinion. */
export function chooseExpertPage(
  found: FoundAuthorities,
  {
    vorgangId,
    ownTenantId,
    locale,
  }: {
    readonly vorgangId: string;
    readonly ownTenantId: string;
    readonly locale: Locale;
  },
): Page {
  const t = vorgaengeTexts(locale);
  const title = t("opinion.who.authority");
  const href = vorgaengePaths.vorgang(vorgangId);
  return page({
    title,
    section: vorgaengePaths.queue,
    main: html`${backLink({ label: t("ask.back"), href })}
    ${pageHeading({ title })}
    ${authoritySearch(found, {
      action: vorgaengePaths.askAuthority(vorgangId),
      hrefOf: (id) =>
        `${href}?${opinionFields.asked}=authority:${id}#stellungnahme`,
      ownTenantId,
      locale,
    })}`,
  });
}
