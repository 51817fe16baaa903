import type { Office } from "../../tenants/index.ts";

/** How sure the authority must be who applies. @see Regulation (EU) 910/2014 (eIDAS), article 8; § 3 OZG */
export type AssuranceLevel = "none" | "low" | "substantial" | "high";

/** What somebody goes through when they need the Leistung; groups Leistungen on the home page. */
export type LifeSituation =
  | "papers"
  | "moving"
  | "family"
  | "mobility"
  | "work"
  | "leisure"
  | "building"
  | "support";

export const lifeSituations: readonly LifeSituation[] = [
  "papers",
  "moving",
  "family",
  "mobility",
  "work",
  "leisure",
  "building",
  "support",
];

/** What lists and tiles show. */
export type LeistungSummary = {
  readonly id: string;
  /** Last part of its address, unique in the portal. */
  readonly slug: string;
  readonly title: string;
  readonly teaser: string;
  /** A to Z, or # for what begins with neither. */
  readonly initial: string;
  readonly lifeSituation: LifeSituation;
  /** Form behind "Online beantragen"; null when there is none yet. */
  readonly formKey: string | null;
};

/** What sending an application needs to know of its Leistung. */
export type LeistungHead = {
  readonly title: string;
  /** Leistungsschlüssel (LeiKa), 14 digits. */
  readonly leikaKey: string | undefined;
  readonly lifeSituation: LifeSituation;
  readonly assuranceLevel: AssuranceLevel;
};

/** Texts of the page, plain, one paragraph or list item each. */
export type LeistungContent = {
  /** What the citizen does first, in order. */
  readonly whatToDo: readonly string[];
  readonly prerequisites: readonly string[];
  readonly documents: readonly string[];
  readonly feeText: string;
  readonly processingText: string;
  readonly procedure: readonly string[];
  readonly afterSending: readonly string[];
  readonly legalBases: readonly string[];
  readonly remedies: string;
  /** Set where each town or Amt below decides for itself; the page then leads to their portals. */
  readonly belongsToCommunes?: true | undefined;
};

/** One service of one authority (Verwaltungsleistung). */
export type Leistung = LeistungSummary &
  LeistungContent & {
    /** Leistungsschlüssel, 14 digits; null for services of the authority's own making. */
    readonly leikaKey: string | null;
    /** Null when it depends; `feeText` says on what. */
    readonly feeCents: number | null;
    readonly processingWorkingDays: number | null;
    readonly assuranceLevel: AssuranceLevel;
    /** 0 to 4. @see Reifegradmodell OZG */
    readonly onlineMaturity: number;
    readonly officeSlug: string;
    readonly keywords: readonly string[];
    readonly updatedAt: Date;
  };

/** A Leistung with the office that is responsible for it; null when that office was closed since. */
export type LeistungWithOffice = Leistung & { readonly office: Office | null };
