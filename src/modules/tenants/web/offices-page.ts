import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { linkButton } from "../../../ui/button.ts";
import { card, cardGrid } from "../../../ui/card.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { link } from "../../../ui/link.ts";
import { sharePage } from "../../../ui/share-page.ts";
import type { Office } from "../domain/office.ts";
import {
  officesAbove,
  officeTree,
  type OfficeNode,
} from "../domain/office-tree.ts";
import type { Portal } from "../domain/portal.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import { nextOpening, officeDetails, openingBadge } from "./office-details.ts";

type OfficePageInput = {
  readonly locale: Locale;
  readonly portal: Portal;
  readonly now: Date;
};

type Named = { readonly slug: string; readonly title: string };

/** Every office of the authority, how they belong together, and its main contact. */
export function officesPage(
  offices: readonly Office[],
  { locale, portal, now }: OfficePageInput,
): SafeHtml {
  const t = tenantsTexts(locale);
  const cards = offices.map((office) =>
    card({
      title: office.name,
      href: pathOf(office),
      body: html`<p class="kern-body" lang="de">
        ${office.authority && html`<strong>${office.authority}</strong><br />`}
        ${office.tasks}
      </p>`,
      footer: openingBadge(office, { locale, now, ars: portal.ars }),
      level: 3,
    }),
  );
  return html`${pageHeading({
    title: officesTitle(portal, locale),
    lead: t("offices.lead", { name: portal.name }),
  })}
  ${
    cards.length > 0 &&
    section({
      title: t(
        portal.kind === "company" ? "offices.list.company" : "offices.list",
      ),
      isWide: true,
      body: cardGrid(cards),
    })
  }
  ${organisation(offices, { locale, portal, now })}
  ${section({ title: t("offices.main"), body: contactRows(portal, locale) })}`;
}

/** A company has no authorities in its house. */
export function officesTitle(
  { kind }: Pick<Portal, "kind">,
  locale: Locale,
): string {
  return tenantsTexts(locale)(
    kind === "company" ? "offices.title.company" : "offices.title",
  );
}

/** How the offices belong together; nothing where none is a department. */
function organisation(
  offices: readonly Office[],
  { locale }: OfficePageInput,
): SafeHtml | false {
  const t = tenantsTexts(locale);
  const tree = officeTree(offices);
  return (
    tree.some(({ departments }) => departments.length > 0) &&
    section({ title: t("offices.tree"), body: branch(tree) })
  );
}

function branch(nodes: readonly OfficeNode[]): SafeHtml {
  return html`<ul class="kern-list kern-list--bullet">
    ${nodes.map(
      ({ office, departments }) =>
        html`<li>
          <span lang="de">${link(pathOf(office), office.name)}</span>
          ${departments.length > 0 && branch(departments)}
        </li>`,
    )}
  </ul>`;
}

/** One office: what for, where, when, its departments, and what it is responsible for. */
export function officePage(
  office: Office,
  input: OfficePageInput & {
    readonly offices: readonly Office[];
    readonly leistungen: readonly Named[];
    readonly map: SafeHtml | undefined;
    /** Absolute address of the portal. */
    readonly baseUrl: string;
  },
): SafeHtml {
  const { locale, portal, now, offices, map } = input;
  const t = tenantsTexts(locale);
  const view = { locale, now, ars: portal.ars };
  const above = officesAbove(offices, office.slug).filter(
    ({ slug }) => slug !== office.slug,
  );
  return html`${breadcrumb({
      parents: [
        { label: officesTitle(portal, locale), href: "/aemter" },
        ...above.map((it) => ({ label: it.name, href: pathOf(it) })),
      ],
      current: office.name,
      locale,
    })}
    ${pageHeading({
      title: office.name,
      preline: office.authority ?? portal.name,
      lead: html`<span lang="de">${office.tasks}</span>`,
    })}
    <p>${openingBadge(office, view)}</p>
    ${nextOpening(office, view)} ${officeDetails(office, view)}
    ${
      office.authority === null &&
      linkButton({
        label: t("office.contact"),
        href: `${pathOf(office)}/kontakt`,
      })
    }
    ${map} ${departmentsOf(office, input)} ${leistungenOf(input)}
    ${sharePage({
      title: office.name,
      href: `${input.baseUrl}${pathOf(office)}`,
      locale,
    })}`;
}

function departmentsOf(
  { slug }: Office,
  { offices, locale }: { offices: readonly Office[]; locale: Locale },
): SafeHtml | false {
  const departments = offices.filter(
    (it) => it.partOf === slug && it.slug !== slug,
  );
  const title = tenantsTexts(locale)("office.departments");
  return (
    departments.length > 0 &&
    section({
      title,
      body: links(
        departments.map((it) => ({ title: it.name, href: pathOf(it) })),
      ),
    })
  );
}

function leistungenOf({
  leistungen,
  locale,
}: {
  leistungen: readonly Named[];
  locale: Locale;
}): SafeHtml {
  const t = tenantsTexts(locale);
  return section({
    title: t("office.leistungen"),
    body: html`${
      leistungen.length > 0 &&
      links(
        leistungen.map(({ slug, title }) => ({
          title,
          href: `/leistungen/${slug}`,
        })),
      )
    }
    ${linkButton({
      label: t("office.leistungen.link"),
      href: "/leistungen",
      variant: "secondary",
    })}`,
  });
}

/** Titles in German, each a link. */
function links(
  entries: readonly { readonly title: string; readonly href: string }[],
): SafeHtml {
  return html`<ul class="kern-list kern-list--bullet" lang="de">
    ${entries.map(({ href, title }) => html`<li>${link(href, title)}</li>`)}
  </ul>`;
}

const pathOf = ({ slug }: Office) => `/aemter/${slug}`;
