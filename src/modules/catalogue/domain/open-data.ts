import { addressOf, type Exported } from "./exported.ts";
import { plainTextOf } from "./rich-text.ts";
import type { InLanguages, LeistungContent } from "./leistung-content.ts";
import type { Office } from "../../tenants/index.ts";
import type { LeistungWithOffice } from "./leistung.ts";

/** The authority's own Leistungen as open data: JSON with everything they say. */
export function asOpenJson(exported: Exported): object {
  const { authority, ars, now, leistungen } = exported;
  return {
    authority,
    ars,
    created: now.toISOString(),
    leistungen: leistungen
      .filter(({ isShown }) => isShown)
      .map((leistung) => ({
        url: addressOf(exported, leistung),
        changed: leistung.updatedAt.toISOString(),
        online: leistung.formKey !== null,
        ...leistung.content,
      })),
  };
}

const columns = [
  "url",
  "title",
  "leikaKey",
  "teaser",
  "online",
  "fee",
  "office",
  "changed",
];

/** The same as a table of what fits into one; German texts. */
export function asOpenTable(exported: Exported): string[][] {
  const rows = exported.leistungen
    .filter(({ isShown }) => isShown)
    .map((leistung) => [
      addressOf(exported, leistung),
      leistung.title,
      leistung.content.leikaKey ?? "",
      leistung.teaser,
      String(leistung.formKey !== null),
      plainOf(leistung.content.feeText),
      exported.offices.find(({ slug }) => slug === leistung.content.officeSlug)
        ?.name ?? "",
      leistung.updatedAt.toISOString(),
    ]);
  return [columns, ...rows];
}

const plainOf = (texts: InLanguages | undefined) =>
  plainTextOf(texts?.de ?? "").replaceAll("\n", " ");

/** A Leistung as search engines read it. @see https://schema.org/GovernmentService */
export function asGovernmentService(
  leistung: LeistungWithOffice,
  { baseUrl, authority }: Pick<Exported, "baseUrl" | "authority">,
): object {
  const { content, formKey, office } = leistung;
  const url = addressOf({ baseUrl }, leistung);
  const channels = [
    ...(formKey === null ? [] : [`${url}/antrag`]),
    ...(content.onlineServices ?? []).map((service) => service.url),
  ].map((serviceUrl) => ({ "@type": "ServiceChannel", serviceUrl }));
  return {
    "@context": "https://schema.org",
    "@type": "GovernmentService",
    name: content.title.de,
    description: content.teaser.de,
    url,
    inLanguage: Object.keys(content.title),
    ...(content.leikaKey !== undefined && { identifier: content.leikaKey }),
    serviceOperator: { "@type": "GovernmentOrganization", name: authority },
    availableChannel: [...channels, ...(office ? [officeChannel(office)] : [])],
    ...offersOf(content),
  };
}

function officeChannel(office: Office) {
  return {
    "@type": "ServiceChannel",
    servicePhone: { "@type": "ContactPoint", telephone: office.phone },
    serviceLocation: {
      "@type": "GovernmentOffice",
      name: office.name,
      address: {
        "@type": "PostalAddress",
        streetAddress: office.street,
        postalCode: office.postcode,
        addressLocality: office.town,
        addressCountry: "DE",
      },
    },
  };
}

function offersOf({ fees = [] }: LeistungContent) {
  const offers = fees.flatMap((fee) =>
    fee.kind === "range"
      ? []
      : [
          {
            "@type": "Offer",
            priceCurrency: "EUR",
            price: (fee.kind === "free" ? 0 : fee.cents / 100).toFixed(2),
          },
        ],
  );
  return offers.length > 0 ? { offers } : {};
}
