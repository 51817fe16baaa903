import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  Deadline,
  Fee,
  PeriodUnit,
  ProcessingTime,
} from "../../catalogue/content.ts";
import { all, codeOf, first, textsOf, wordsOf } from "./elements.ts";

/** Structured fees of `modulKosten`; what is in another currency or no number stays with the words beside it. */
export function readFees(
  module: XmlElement | undefined,
): readonly Fee[] | undefined {
  const fees = all(module, "kosten").flatMap(feeOf);
  return fees.length > 0 ? fees : undefined;
}

function feeOf(element: XmlElement): Fee[] {
  const amount = amountOf(element);
  if (!amount) return [];
  const words = textsOf(all(element, "bezeichnung"));
  const isInAdvance = wordsOf(first(element, "vorkasse")) === "true";
  return [
    {
      ...amount,
      ...(words && { for: words }),
      ...(isInAdvance && { inAdvance: true }),
    },
  ];
}

type Amount =
  | { readonly kind: "free" }
  | { readonly kind: "fixed"; readonly cents: number }
  | {
      readonly kind: "range";
      readonly fromCents: number;
      readonly toCents?: number | undefined;
    };

function amountOf(element: XmlElement): Amount | undefined {
  const currency = codeOf(first(element, "waehrung")) ?? "EUR";
  if (currency !== "EUR") return undefined;
  const cents = centsOf(first(element, "betrag"));
  if (cents !== undefined)
    return cents === 0 ? { kind: "free" } : { kind: "fixed", cents };
  const from = centsOf(first(element, "betragUntergrenze"));
  const to = centsOf(first(element, "betragObergrenze"));
  if (from !== undefined || to !== undefined)
    return {
      kind: "range",
      fromCents: from ?? 0,
      ...(to !== undefined && { toCents: to }),
    };
  return /frei/i.test(typeOf(element)) ? { kind: "free" } : undefined;
}

/** Name of the type that stands for the element: `KostenFrei`. */
function typeOf({ attributes }: XmlElement): string {
  return attributes.get("xsi:type") ?? "";
}

function centsOf(element: XmlElement | undefined): number | undefined {
  const match = /^(\d{1,8})(?:[.,](\d{1,2})\d*)?$/.exec(wordsOf(element) ?? "");
  if (!match) return undefined;
  const [, euros = "0", rest = ""] = match;
  return Number(euros) * 100 + Number(rest.padEnd(2, "0"));
}

/** Deadlines that are a period. */
export function readDeadlines(
  module: XmlElement | undefined,
): readonly Deadline[] | undefined {
  const deadlines = all(module, "frist").flatMap((element) => {
    const period = periodOf(first(element, "fristDauer") ?? element);
    if (!period) return [];
    const words = textsOf(all(element, "bezeichnung"));
    const { max: length, unit } = period;
    return [{ length, unit, ...(words && { for: words }) }];
  });
  return deadlines.length > 0 ? deadlines : undefined;
}

/** How long it usually takes. */
export function readProcessingTime(
  module: XmlElement | undefined,
): ProcessingTime | undefined {
  const element = first(module, "bearbeitungsdauer") ?? module;
  return element && periodOf(first(element, "fristDauer") ?? element);
}

function periodOf(element: XmlElement): ProcessingTime | undefined {
  const from = wholeOf(first(element, "dauer"));
  const until = wholeOf(first(element, "dauerBis"));
  const code = codeOf(
    first(element, "einheitBis") ?? first(element, "einheit"),
  );
  const unit = units[code?.toLowerCase() ?? ""];
  const max = until ?? from;
  if (max === undefined || unit === undefined) return undefined;
  return { ...(until !== undefined && { min: from }), max, unit };
}

function wholeOf(element: XmlElement | undefined): number | undefined {
  const text = wordsOf(element) ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** Codes and names of the units. @see urn:xoev-de:fim:codeliste:fristeinheit */
const units: Readonly<Record<string, PeriodUnit>> = {
  "1": "hour",
  "2": "day",
  "3": "week",
  "4": "month",
  "5": "year",
  "6": "workingDay",
  stunde: "hour",
  tag: "day",
  woche: "week",
  monat: "month",
  jahr: "year",
  werktag: "workingDay",
  arbeitstag: "workingDay",
};
