import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { linkButton } from "../../../ui/button.ts";
import { card, cardGrid } from "../../../ui/card.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import type { Office } from "../domain/office.ts";
import type { Portal } from "../domain/portal.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import { officeDetails, openingBadge } from "./office-details.ts";

type OfficePageInput = {
  readonly locale: Locale;
  readonly portal: Portal;
  readonly now: Date;
};

/** Every office of the authority, and its main contact. */
export function officesPage(
  offices: readonly Office[],
  { locale, portal, now }: OfficePageInput,
): SafeHtml {
  const t = tenantsTexts(locale);
  const cards = offices.map((office) =>
    card({
      title: office.name,
      href: `/aemter/${office.slug}`,
      body: html`<p class="kern-body" lang="de">
        ${office.authority && html`<strong>${office.authority}</strong><br />`}
        ${office.tasks}
      </p>`,
      footer: openingBadge(office, { locale, now, ars: portal.ars }),
      level: 3,
    }),
  );
  return html`${pageHeading({
    title: t("offices.title"),
    lead: t("offices.lead", { name: portal.name }),
  })}
  ${
    cards.length > 0 &&
    section({
      title: t("offices.list"),
      isWide: true,
      body: cardGrid(cards),
    })
  }
  ${section({ title: t("offices.main"), body: contactRows(portal, locale) })}`;
}

/** One office: what for, where, when. */
export function officePage(
  office: Office,
  { locale, portal, now }: OfficePageInput,
): SafeHtml {
  const t = tenantsTexts(locale);
  return html`${breadcrumb({
      parents: [{ label: t("offices.title"), href: "/aemter" }],
      current: office.name,
      locale,
    })}
    ${pageHeading({
      title: office.name,
      preline: office.authority ?? portal.name,
      lead: html`<span lang="de">${office.tasks}</span>`,
    })}
    <p>${openingBadge(office, { locale, now, ars: portal.ars })}</p>
    ${officeDetails(office, locale)}
    ${section({
      title: t("office.leistungen"),
      body: linkButton({
        label: t("office.leistungen.link"),
        href: "/leistungen",
        variant: "secondary",
      }),
    })}`;
}
