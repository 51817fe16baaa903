import type {
  AssuranceLevel,
  LeistungContent,
  LifeSituation,
} from "../domain/leistung.ts";

/** A Leistung as it stands in the demo's files. */
export type DemoLeistung = LeistungContent & {
  readonly slug: string;
  readonly leikaKey: string | null;
  readonly title: string;
  readonly teaser: string;
  readonly lifeSituation: LifeSituation;
  readonly feeCents: number | null;
  readonly processingWorkingDays: number | null;
  readonly assuranceLevel: AssuranceLevel;
  readonly onlineMaturity: number;
  readonly formKey: string | null;
  readonly officeSlug: string;
  readonly keywords: readonly string[];
};

/** What differs from town to town. Amounts are invented, but of a usual size. */
export type LocalFacts = {
  /** "Schwerin", as in "Sie wohnen in Schwerin". */
  readonly place: string;
  /** "nach Schwerin", as in "Sie sind nach Schwerin gezogen". */
  readonly movedTo: string;
  readonly parkingFeeCents: number;
  readonly parkingZones: string;
  readonly parkingDays: number;
  readonly eventFeeCents: number;
  readonly eventLeadWeeks: number;
  readonly tradeFeeCents: number;
  readonly certificateFeeCents: number;
  readonly housingWeeks: number;
  readonly offices: {
    readonly parking: string;
    readonly events: string;
    readonly trade: string;
    readonly tax: string;
    readonly registry: string;
    readonly citizens: string;
    readonly housing: string;
  };
};

const format = new Intl.NumberFormat("de", { minimumFractionDigits: 2 });

/** "30,70 Euro" */
export function euros(cents: number): string {
  return `${format.format(cents / 100)} Euro`;
}

/** How to object to a decision, as most authorities write it. */
export const widerspruch =
  "Sind Sie mit der Entscheidung nicht einverstanden? Dann können Sie innerhalb eines Monats Widerspruch einlegen. Wie das geht, steht im Bescheid.";

/** What happens after sending, for everything that runs through the portal. */
export const afterSendingOnline = [
  "Wir prüfen Ihre Angaben. Fehlt etwas, fragen wir nach.",
] as const;
