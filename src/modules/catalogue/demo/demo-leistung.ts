import type {
  Fee,
  InLanguages,
  LeistungContent,
} from "../domain/content/leistung-content.ts";
import type { AssuranceLevel } from "../domain/content/assurance-level.ts";
import { bullets, paragraphs, steps } from "../domain/content/rich-text.ts";

/** A Leistung as it stands in the demo's files: plain German words, one entry of a list each. */
export type DemoLeistung = {
  readonly slug: string;
  readonly leikaKey: string | null;
  readonly title: string;
  readonly teaser: string;
  /** Key of the tree of situations. */
  readonly lifeSituation: string;
  /** What the citizen does first, in order. */
  readonly whatToDo: readonly string[];
  readonly prerequisites: readonly string[];
  readonly documents: readonly string[];
  readonly feeText: string;
  /** Null when it depends; `feeText` says on what. */
  readonly feeCents: number | null;
  readonly processingText: string;
  readonly processingWorkingDays: number | null;
  readonly procedure: readonly string[];
  readonly afterSending: readonly string[];
  readonly legalBases: readonly string[];
  readonly remedies: string;
  readonly assuranceLevel: AssuranceLevel;
  readonly onlineMaturity: number;
  readonly formKey: string | null;
  readonly officeSlug: string;
  readonly keywords: readonly string[];
  readonly belongsToCommunes?: true;
  /** Everything else that a Leistung can say, such as English texts, forms or deadlines; wins over what stands above. */
  readonly more?: Partial<LeistungContent>;
};

/** The demo's plain words as content after FIM. */
export function contentOf(demo: DemoLeistung): LeistungContent {
  return {
    title: { de: demo.title },
    teaser: { de: demo.teaser },
    ...(demo.leikaKey !== null && { leikaKey: demo.leikaKey }),
    ...textsOf(demo),
    ...(demo.feeCents !== null && { fees: [feeOf(demo.feeCents)] }),
    ...(demo.processingWorkingDays !== null && {
      processingTime: { max: demo.processingWorkingDays, unit: "workingDay" },
    }),
    assuranceLevel: demo.assuranceLevel,
    onlineMaturity: demo.onlineMaturity,
    situations: [demo.lifeSituation],
    keywords: demo.keywords,
    officeSlug: demo.officeSlug,
    ...(demo.belongsToCommunes && { belongsToCommunes: true }),
    ...demo.more,
  };
}

const german = (de: string): InLanguages => ({ de });

function textsOf(demo: DemoLeistung) {
  const documents =
    demo.documents.length > 0
      ? bullets(demo.documents)
      : paragraphs("Sie brauchen keine Unterlagen.");
  return {
    whatToDo: german(steps(demo.whatToDo)),
    prerequisites: german(bullets(demo.prerequisites)),
    documents: german(documents),
    feeText: german(paragraphs(demo.feeText)),
    processingText: german(paragraphs(demo.processingText)),
    procedure: german(steps(demo.procedure)),
    afterSending: german(bullets(demo.afterSending)),
    legalBases: german(bullets(demo.legalBases)),
    remedies: german(paragraphs(demo.remedies)),
  };
}

function feeOf(cents: number): Fee {
  return cents === 0 ? { kind: "free" } : { kind: "fixed", cents };
}

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
