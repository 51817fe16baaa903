import type { AssuranceLevel } from "./assurance-level.ts";

/** A text in several languages (BCP 47). German is complete by law (§ 23 VwVfG); the others are a service. */
export type InLanguages = {
  readonly de: string;
  readonly [language: string]: string;
};

/**
 * Text modules of a Leistung with their code in XZuFi, in the order of the page. Those without a code are the portal's own.
 * @see urn:de:xzufi:codeliste:leistungstextmodulleika
 */
export const textModules = {
  whatToDo: null,
  summary: "05",
  description: "06",
  prerequisites: "09",
  documents: "08",
  feeText: null,
  deadlineText: null,
  processingText: null,
  procedure: "11",
  afterSending: null,
  legalBases: "07",
  remedies: "25",
  furtherInformation: "15",
  formText: "14",
  notes: "16",
  contact: "23",
  responsibleBody: "22",
  author: "18",
  easyLanguage: null,
} as const;

/** A text module: formatted text (`RichText`) in several languages. */
export type TextModule = keyof typeof textModules;

/** Where something is to be found on the web, and what it is called. */
export type NamedLink = { readonly name: InLanguages; readonly url: string };

/** What a Leistung costs: one amount, a span (open above without `toCents`), or nothing. Cents of a euro. */
export type Fee = (
  | { readonly kind: "free" }
  | { readonly kind: "fixed"; readonly cents: number }
  | {
      readonly kind: "range";
      readonly fromCents: number;
      readonly toCents?: number | undefined;
    }
) & {
  /** For whom or what, where there are several. */
  readonly for?: InLanguages | undefined;
  /** To be paid before the office begins (Vorkasse). */
  readonly inAdvance?: true | undefined;
};

/** Unit of a period. @see urn:de:xoev:codeliste:zeiteinheit */
export type PeriodUnit =
  | "hour"
  | "day"
  | "workingDay"
  | "week"
  | "month"
  | "year";

/** By when somebody must have done what, for example two weeks after moving. */
export type Deadline = {
  readonly length: number;
  readonly unit: PeriodUnit;
  readonly for?: InLanguages | undefined;
};

/** How long the office usually takes. */
export type ProcessingTime = {
  readonly min?: number | undefined;
  readonly max: number;
  readonly unit: PeriodUnit;
};

/** An online service of somebody else, such as the Land (EfA), that settles the Leistung. */
export type OnlineService = NamedLink & {
  readonly assuranceLevel?: AssuranceLevel | undefined;
  /** 0 to 4. @see Reifegradmodell OZG */
  readonly maturity?: number | undefined;
};

/** Whether somebody comes in person, and where the appointment is made. */
export type Appointment = {
  readonly needed: boolean;
  readonly url?: string | undefined;
};

type Names = {
  /** Leistungsbezeichnung II: what people call it. */
  readonly title: InLanguages;
  /** Leistungsbezeichnung of the federal catalogue: what the law calls it. */
  readonly officialTitle?: InLanguages | undefined;
  /** One sentence for lists and hits. */
  readonly teaser: InLanguages;
};

type TextModules = {
  readonly [module in TextModule]?: InLanguages | undefined;
};

type Facts = {
  /** Leistungsschlüssel, 14 digits; absent for what the authority does on its own account. */
  readonly leikaKey?: string | undefined;
  /** Further keys that the Leistung covers. */
  readonly furtherLeikaKeys?: readonly string[] | undefined;
  readonly structure?: "LO" | "LOV" | "LOVD" | undefined;
  /** Who makes the rule and who carries it out, such as "2" or "5". @see FIM, Typisierung of a Leistung */
  readonly typing?: readonly string[] | undefined;
  readonly fees?: readonly Fee[] | undefined;
  readonly deadlines?: readonly Deadline[] | undefined;
  readonly processingTime?: ProcessingTime | undefined;
  readonly forms?: readonly NamedLink[] | undefined;
  readonly onlineServices?: readonly OnlineService[] | undefined;
  readonly signLanguageVideos?: readonly NamedLink[] | undefined;
  readonly appointment?: Appointment | undefined;
  readonly assuranceLevel: AssuranceLevel;
  /** How far the authority's own form settles it: 0 to 4. @see Reifegradmodell OZG */
  readonly onlineMaturity: number;
  /** Keys of the tree of situations; the first one is the main one. */
  readonly situations: readonly string[];
  /** Codes of the areas of information. @see Regulation (EU) 2018/1724 (SDG), Annex I */
  readonly sdgAreas?: readonly string[] | undefined;
  readonly keywords: readonly string[];
  /** First and last day it is shown, YYYY-MM-DD. */
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  /** Office that is responsible, by the last part of its address. */
  readonly officeSlug: string;
  /** Set where each town or Amt below decides for itself; the page then leads to their portals. */
  readonly belongsToCommunes?: true | undefined;
};

/**
 * Everything a Leistung says, after the building blocks of FIM. Each key is taken over from the authority above or replaced as a whole: a town
 * that writes its own `documents` writes them in all languages it wants.
 */
export type LeistungContent = Names & TextModules & Facts;

/** A text in the language of the page, else in German; `language` says which one it is. */
export function inLanguage(
  texts: InLanguages,
  language: string,
): { readonly text: string; readonly language: string } {
  const own = texts[language];
  return own === undefined || own === ""
    ? { text: texts.de, language: "de" }
    : { text: own, language };
}
