import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Office, Portal } from "../../tenants/index.ts";
import {
  inLanguage,
  type Fee,
  type ProcessingTime,
} from "../domain/content/leistung-content.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import { waysOf, type Way } from "../domain/ways.ts";

export type StructuredDataInput = {
  readonly leistung: LeistungWithOffice;
  readonly portal: Portal;
  readonly baseUrl: string;
  /** Where pages of the office begin, where it is another authority's. */
  readonly officeBaseUrl?: string | undefined;
  readonly locale: Locale;
};

type Data = Readonly<Record<string, unknown>>;

/** A Leistung as search engines read it; what does not stand on the page does not stand here. @see https://schema.org/GovernmentService */
export function structuredData(input: StructuredDataInput): Data {
  const { leistung, portal, baseUrl, locale } = input;
  const { content, slug, office } = leistung;
  const title = inLanguage(content.title, locale);
  const url = `${baseUrl}/leistungen/${slug}`;
  return {
    "@context": "https://schema.org",
    "@type": "GovernmentService",
    "@id": url,
    url,
    name: title.text,
    inLanguage: title.language,
    description: inLanguage(content.teaser, locale).text,
    ...(content.leikaKey !== undefined && {
      identifier: {
        "@type": "PropertyValue",
        propertyID: "LeiKa",
        value: content.leikaKey,
      },
    }),
    provider: {
      "@type": "GovernmentOrganization",
      name: office?.authority ?? portal.name,
      url: `${baseUrl}/`,
      ...(office && {
        department: officeData(office, input.officeBaseUrl ?? baseUrl),
      }),
    },
    areaServed: {
      "@type": "AdministrativeArea",
      name: portal.name,
      identifier: portal.ars,
    },
    ...(content.fees && {
      offers: content.fees.map((fee) => offerOf(fee, locale)),
    }),
    availableChannel: waysOf(leistung).map((way) => channelOf(way, input)),
  };
}

function officeData(office: Office, baseUrl: string): Data {
  return {
    "@type": "GovernmentOffice",
    name: office.name,
    url: `${baseUrl}/aemter/${office.slug}`,
    telephone: office.phone,
    email: office.email,
    address: {
      "@type": "PostalAddress",
      streetAddress: office.street,
      postalCode: office.postcode,
      addressLocality: office.town,
      addressCountry: "DE",
    },
    openingHoursSpecification: [
      ...office.openingTimes.map((time) => ({
        "@type": "OpeningHoursSpecification",
        dayOfWeek: `https://schema.org/${weekdays[time.weekday]}`,
        opens: time.from,
        closes: time.to,
      })),
      ...office.specialDays.flatMap(specialDayData),
    ],
  };
}

/** Counts for this day alone, in the place of its weekday. Closed all day: as schema.org and search engines read it, midnight to midnight. */
function specialDayData({
  day,
  spans,
}: Office["specialDays"][number]): readonly Data[] {
  const closed = { from: "00:00", to: "00:00" };
  return (spans.length === 0 ? [closed] : spans).map(({ from, to }) => ({
    "@type": "OpeningHoursSpecification",
    validFrom: day,
    validThrough: day,
    opens: from,
    closes: to,
  }));
}

const weekdays = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
} as const;

function channelOf(way: Way, input: StructuredDataInput): Data {
  const { processingTime } = input.leistung.content;
  return {
    "@type": "ServiceChannel",
    ...whereOf(way, input),
    ...(processingTime && { processingTime: durationOf(processingTime) }),
  };
}

/** The longest it takes, after ISO 8601, which does not know working days: five of them are a week. */
function durationOf({ max, unit }: ProcessingTime): string {
  if (unit === "hour") return `PT${String(max)}H`;
  if (unit === "workingDay") return `P${String(Math.ceil((max * 7) / 5))}D`;
  const letters = { day: "D", week: "W", month: "M", year: "Y" } as const;
  return `P${String(max)}${letters[unit]}`;
}

/** What it costs. @see https://schema.org/Offer */
function offerOf(fee: Fee, locale: Locale): Data {
  const euros = (cents: number) => (cents / 100).toFixed(2);
  return {
    "@type": "Offer",
    priceCurrency: "EUR",
    ...(fee.for && { name: inLanguage(fee.for, locale).text }),
    ...(fee.kind === "range"
      ? {
          priceSpecification: {
            "@type": "PriceSpecification",
            priceCurrency: "EUR",
            minPrice: euros(fee.fromCents),
            ...(fee.toCents !== undefined && { maxPrice: euros(fee.toCents) }),
          },
        }
      : { price: fee.kind === "free" ? "0.00" : euros(fee.cents) }),
  };
}

function whereOf(way: Way, { leistung, baseUrl }: StructuredDataInput): Data {
  const { office, slug } = leistung;
  switch (way.kind) {
    case "online":
      return { serviceUrl: `${baseUrl}/leistungen/${slug}/antrag` };
    case "online-elsewhere":
      return { serviceUrl: way.service.url };
    case "form":
      return { serviceUrl: way.form.url };
    case "appointment":
      return way.url === undefined
        ? atOffice(office, baseUrl)
        : { serviceUrl: way.url };
    case "office":
      return atOffice(office, baseUrl);
  }
}

const atOffice = (office: Office | null, baseUrl: string): Data => ({
  serviceUrl: `${baseUrl}/aemter${office ? `/${office.slug}` : ""}`,
  ...(office && {
    servicePhone: { "@type": "ContactPoint", telephone: office.phone },
  }),
});
