import {
  textModules,
  type Deadline,
  type Fee,
  type InLanguages,
  type LeistungContent,
  type NamedLink,
  type PeriodUnit,
  type ProcessingTime,
} from "../../catalogue/content.ts";
import { exchangeTexts } from "../i18n/texts.ts";
import { levelCodes } from "./level-codes.ts";
import { coded, element, languages, linkElements } from "./write-element.ts";

/** A Leistung with everything XZuFi has a place for. */
export function writeLeistung(content: LeistungContent, id: string): string {
  return element(
    "leistung",
    [
      id,
      structureXml(content.structure),
      ...[content.leikaKey, ...(content.furtherLeikaKeys ?? [])].map((key) =>
        coded("referenzLeiKa", key),
      ),
      ...modulesXml(content),
      element(
        "modulFrist",
        (content.deadlines ?? []).map(deadlineXml).join("") +
          languages("beschreibung", content.deadlineText),
      ),
      element(
        "modulKosten",
        (content.fees ?? []).map(feeXml).join("") +
          languages("beschreibung", content.feeText),
      ),
      element(
        "modulBearbeitungsdauer",
        element("bearbeitungsdauer", periodXml(content.processingTime)) +
          languages("beschreibung", content.processingText),
      ),
      element(
        "modulBegriffImKontext",
        content.keywords
          .map((word) =>
            element("begriffImKontext", languages("begriff", { de: word })),
          )
          .join(""),
      ),
      ...(content.typing ?? []).map((code) => coded("typisierung", code)),
      ...(content.sdgAreas ?? []).map((code) =>
        coded("informationsbereichSDG", code),
      ),
      coded("vertrauensniveau", levelCodes[content.assuranceLevel]),
      element(
        "gueltigkeit",
        element("beginn", content.validFrom ?? "") +
          element("ende", content.validUntil ?? ""),
      ),
    ].join(""),
  );
}

function modulesXml(content: LeistungContent): string[] {
  const named = [
    moduleXml("02", content.officialTitle ?? content.title),
    moduleXml("03", content.title),
    moduleXml(
      "24",
      content.teaser.de === "" ? undefined : asMarkup(content.teaser),
    ),
  ];
  const texts = Object.entries(textModules).map(([key, code]) => {
    const text = Object.entries(content).find(([name]) => name === key)?.[1];
    const links = linksBeside(code, content);
    return code === null
      ? ""
      : moduleXml(code, isTexts(text) ? text : undefined, links);
  });
  return [...named, ...texts];
}

/** Forms stand beside their module, and what has no place of its own beside further information: appointments and videos in sign language. */
function linksBeside(
  code: string | null,
  { forms, appointment, signLanguageVideos }: LeistungContent,
): readonly NamedLink[] {
  if (code === textModules.formText) return forms ?? [];
  if (code !== textModules.furtherInformation) return [];
  const url = appointment?.url ?? "";
  return [
    ...(/^https?:/i.test(url) ? [{ name: appointmentName, url }] : []),
    ...(signLanguageVideos ?? []),
  ];
}

const appointmentName: InLanguages = {
  de: exchangeTexts("de")("export.appointment"),
  en: exchangeTexts("en")("export.appointment"),
};

function isTexts(value: unknown): value is InLanguages {
  return typeof value === "object" && value !== null && "de" in value;
}

function moduleXml(
  code: string,
  texts: InLanguages | undefined,
  links: readonly NamedLink[] = [],
): string {
  if (!texts && links.length === 0) return "";
  return element(
    "modulText",
    languages("inhalt", texts) +
      coded("leikaTextmodul", code) +
      links.map(linkXml).join(""),
  );
}

const linkXml = ({ name, url }: NamedLink) =>
  linkElements("weiterfuehrenderLink", { address: "uri", url, title: name });

function structureXml(structure: LeistungContent["structure"]): string {
  if (!structure) return "";
  const parts = {
    LO: "<xzufi:leistungsobjekt/>",
    LOV: "<xzufi:leistungsobjekt/><xzufi:verrichtung/>",
    LOVD: "<xzufi:leistungsobjekt/><xzufi:verrichtung/><xzufi:verrichtungsdetail/>",
  };
  return element("struktur", parts[structure]);
}

function feeXml(fee: Fee): string {
  return element(
    "kosten",
    amountXml(fee) +
      coded("waehrung", "EUR") +
      (fee.inAdvance ? element("vorkasse", "true") : "") +
      languages("bezeichnung", fee.for),
  );
}

function amountXml(fee: Fee): string {
  switch (fee.kind) {
    case "free":
      return element("betrag", "0.00");
    case "fixed":
      return element("betrag", euros(fee.cents));
    case "range":
      return (
        element("betragUntergrenze", euros(fee.fromCents)) +
        (fee.toCents === undefined
          ? ""
          : element("betragObergrenze", euros(fee.toCents)))
      );
  }
}

const euros = (cents: number) => (cents / 100).toFixed(2);

function deadlineXml({ length, unit, for: words }: Deadline): string {
  return element(
    "frist",
    periodXml({ max: length, unit }) + languages("bezeichnung", words),
  );
}

function periodXml(period: ProcessingTime | undefined): string {
  if (!period) return "";
  const { min, max, unit } = period;
  const code = coded("einheit", unitCodes[unit]);
  return min === undefined
    ? element("dauer", String(max)) + code
    : element("dauer", String(min)) + element("dauerBis", String(max)) + code;
}

const unitCodes: Readonly<Record<PeriodUnit, string>> = {
  hour: "STUNDE",
  day: "TAG",
  week: "WOCHE",
  month: "MONAT",
  year: "JAHR",
  workingDay: "ARBEITSTAG",
};

/** Plain words where markup is expected. */
function asMarkup({ de, ...others }: InLanguages): InLanguages {
  const escaped: Record<string, string> = {};
  for (const [language, text] of Object.entries(others))
    escaped[language] = escapeMarkup(text);
  return { ...escaped, de: escapeMarkup(de) };
}

const escapeMarkup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
