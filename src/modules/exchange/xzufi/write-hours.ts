import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { escapeXml } from "../../../platform/xml/write-xml.ts";
import { describeOpeningTimes, type Office } from "../../tenants/index.ts";
import type { InLanguages } from "../../catalogue/content.ts";
import { exchangeTexts } from "../i18n/texts.ts";
import { element, languages } from "./write-element.ts";

type Hours = Pick<Office, "openingTimes" | "specialDays" | "note">;

/** The week, days to come that are different, and the office's note, in words; undefined where the office says nothing. */
export function hoursInWords(
  office: Hours,
  today: string,
): InLanguages | undefined {
  const de = linesIn("de", { office, today });
  return de === "" ? undefined : { de, en: linesIn("en", { office, today }) };
}

function linesIn(
  locale: Locale,
  { office, today }: { readonly office: Hours; readonly today: string },
): string {
  const t = exchangeTexts(locale);
  const week = describeOpeningTimes(office.openingTimes, locale);
  const days = comingDays(office, today).map(
    ({ day, reason, reasonEn, spans }) => {
      const hours = spans.map(({ from, to }) => `${from}–${to}`).join(", ");
      const date = formatDate(new Date(`${day}T12:00:00Z`), locale);
      const words = locale === "en" ? (reasonEn ?? reason) : reason;
      return `${date}: ${hours === "" ? t("export.closed") : hours} (${words})`;
    },
  );
  return [
    ...week.map(({ days: of, hours }) => `${of}: ${hours}`),
    ...days,
    ...(office.note === null ? [] : [office.note]),
  ]
    .map(escapeXml)
    .join("<br>");
}

const comingDays = ({ specialDays }: Hours, today: string) =>
  specialDays.filter(({ day }) => day >= today);

const dayCodes = [
  ["MONTAG", "Montag"],
  ["DIENSTAG", "Dienstag"],
  ["MITTWOCH", "Mittwoch"],
  ["DONNERSTAG", "Donnerstag"],
  ["FREITAG", "Freitag"],
  ["SAMSTAG", "Samstag"],
  ["SONNTAG", "Sonntag"],
] as const;

/** The same in figures, for who asks for it: see the README on what of it is confirmed. */
export function hoursInFigures(office: Hours, today: string): string {
  const week = office.openingTimes.map(({ weekday, from, to }) => {
    const [code, name] = dayCodes[weekday - 1] ?? ["", ""];
    return element(
      "regulaereZeit",
      element("tagestyp", `<code>${code}</code><name>${name}</name>`) +
        spanXml({ from, to }),
    );
  });
  const days = comingDays(office, today).flatMap(({ day, reason, spans }) =>
    (spans.length > 0 ? spans : [undefined]).map((span) =>
      element(
        "abweichendeZeit",
        element("datum", day) +
          (span ? spanXml(span) : "") +
          languages("zusatz", { de: reason }),
      ),
    ),
  );
  const note = office.note === null ? undefined : { de: office.note };
  return element(
    "infoOeffnungszeitenStrukturiert",
    [...week, ...days, languages("hinweisText", note)].join(""),
  );
}

const spanXml = ({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}) => element("beginn", `${from}:00`) + element("ende", `${to}:00`);
