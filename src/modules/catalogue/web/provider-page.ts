import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { pageHeading } from "../../../ui/heading.ts";
import {
  definitionRows,
  type DefinitionRow,
} from "../../../ui/definition-rows.ts";
import { externalLink, link, mailLink } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Provider } from "../domain/provider.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { ProviderWithLeistungen } from "../use-cases/find-provider.ts";
import { german } from "./german.ts";
import { leistungCards } from "./leistung-cards.ts";

/** Path of the page of a provider. */
export function pathOfProvider({ slug }: Pick<Provider, "slug">): string {
  return `/anbieter/${slug}`;
}

/** A company, the Land or the federation: who it is, how to reach it, what it offers. */
export function providerPage(
  provider: ProviderWithLeistungen,
  locale: Locale,
): SafeHtml {
  const t = catalogueTexts(locale);
  const head = pageHeading({ title: provider.name, lead: provider.tasks });
  return html`${breadcrumb({
      parents: [{ label: t("list.title"), href: "/leistungen" }],
      current: provider.name,
      locale,
    })}
    ${german(head, locale)}
    <p>${t(`provider.kind.${provider.kind}`)}</p>
    ${providerContact(provider, locale)}
    ${section({
      title: t("provider.leistungen"),
      isWide: true,
      body: leistungCards(provider.leistungen, locale),
    })}`;
}

/** How to reach a provider. */
function providerContact(
  { website, phone, email }: Provider,
  locale: Locale,
): SafeHtml {
  const t = catalogueTexts(locale);
  const rows: DefinitionRow[] = [];
  if (website !== null) {
    const shown = website.replace(/^https:\/\//, "");
    rows.push({
      term: t("provider.website"),
      value: externalLink(website, shown),
    });
  }
  if (phone !== null) {
    const href = `tel:${phone.replaceAll(/[^+\d]/g, "")}`;
    rows.push({ term: t("provider.phone"), value: link(href, phone) });
  }
  if (email !== null)
    rows.push({ term: t("provider.email"), value: mailLink(email) });
  return definitionRows(rows);
}
