import { typedText } from "../../../platform/values/typed-text.ts";
export const bescheidOutcomes = ["granted", "partly", "refused"] as const;
export type BescheidOutcome = (typeof bescheidOutcomes)[number];

/**
 * `draft`: somebody writes; `waiting`: the document is made, a second person looks at it; `approved`: released, and waits for its seal;
 * `released`: provided to the applicant, never changed again.
 */
export type BescheidState =
  | "draft"
  | "waiting"
  | "approved"
  | "released"
  | "discarded";

/** What people type. */
export type Draft = {
  /** One line each, as on an envelope. */
  readonly addressee: string;
  readonly subject: string;
  readonly body: string;
  /** How to object; empty where there is nothing to object to. */
  readonly remedy: string;
};

/** The procedure that holidays and periods follow: administrative law, or the AO for taxes. */
export type Law = "general" | "taxes";

export type Bescheid = {
  readonly id: string;
  readonly vorgangId: string;
  /** Of the Vorgang; the Aktenzeichen of the document. */
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly outcome: BescheidOutcome;
  readonly law: Law;
  readonly state: BescheidState;
  readonly revision: number;
  /** The Bescheid that this one changes. */
  readonly replacesId: string | undefined;
  readonly writerIds: readonly string[];
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** The document that is released, from the moment somebody gave it for release. */
  readonly fixed:
    | {
        readonly pdfId: string;
        readonly sha256: string;
        readonly at: Date;
        readonly by: string;
      }
    | undefined;
  readonly approval:
    | { readonly by: string; readonly at: Date; readonly position: number }
    | undefined;
  /** Why the seal is still missing, or why a release did not come about. */
  readonly fault: string | undefined;
  readonly document:
    | {
        readonly fileId: string;
        readonly sha256: string;
        /** Undefined: this installation has no seal. */
        readonly seal:
          | { readonly level: string; readonly by: string }
          | undefined;
        readonly messageId: string;
        readonly releasedAt: Date;
      }
    | undefined;
};

/** How a Leistung is decided; without a row of its own by these. */
export type LeistungRules = {
  /** Nobody releases what they wrote. */
  readonly needsSecondPerson: boolean;
  /** No decision without a Bescheid. */
  readonly needsBescheid: boolean;
  readonly law: Law;
  /** Texts that are offered first. */
  readonly letters: Readonly<Record<BescheidOutcome, string | undefined>>;
  readonly remedyId: string | undefined;
};

export const usualRules: LeistungRules = {
  needsSecondPerson: false,
  needsBescheid: false,
  law: "general",
  letters: { granted: undefined, partly: undefined, refused: undefined },
  remedyId: undefined,
};

/** Who wants to release, and what they may. */
export type Releaser = {
  readonly id: string;
  readonly mayEdit: boolean;
  readonly mayRelease: boolean;
};

/** Whether somebody may release a Bescheid: alone where the Leistung allows it, else only what others wrote. */
export function mayRelease(
  { writerIds, state }: Pick<Bescheid, "writerIds" | "state">,
  { needsSecondPerson }: Pick<LeistungRules, "needsSecondPerson">,
  who: Releaser,
): boolean {
  if (state !== "draft" && state !== "waiting") return false;
  if (!needsSecondPerson) return who.mayEdit;
  return state === "waiting" && who.mayRelease && !writerIds.includes(who.id);
}

const longestAddressee = 400;

export type DraftFault =
  | "addressee-missing"
  | "addressee-too-long"
  | "subject-missing"
  | "subject-too-long"
  | "body-missing"
  | "body-too-long"
  | "remedy-too-long"
  | "remedy-names-none"
  | "remedy-missing";

const longest = {
  addressee: longestAddressee,
  subject: 200,
  body: 20_000,
  remedy: 20_000,
} as const;

/** What keeps a draft from becoming a document. Whoever loses something is told how to object. @see § 37 Abs. 6 VwVfG */
export function faultsOfDraft(
  draft: Draft,
  outcome: BescheidOutcome,
  namesLegalRemedy: (text: string) => boolean,
): readonly DraftFault[] {
  const parts = ["addressee", "subject", "body"] as const;
  const missing = parts.filter((part) => draft[part] === "");
  return [
    ...missing.map((part) => `${part}-missing` as const),
    ...faultsOfLength(draft),
    ...faultsOfRemedy(draft.remedy, outcome, namesLegalRemedy),
  ];
}

/** What is too long even for a draft. */
export function faultsOfLength(draft: Draft): readonly DraftFault[] {
  const parts = ["addressee", "subject", "body", "remedy"] as const;
  return parts
    .filter((part) => draft[part].length > longest[part])
    .map((part) => `${part}-too-long` as const);
}

function faultsOfRemedy(
  remedy: string,
  outcome: BescheidOutcome,
  namesLegalRemedy: (text: string) => boolean,
): readonly DraftFault[] {
  if (remedy === "") return outcome === "granted" ? [] : ["remedy-missing"];
  return namesLegalRemedy(remedy) ? [] : ["remedy-names-none"];
}

export function normaliseDraft(draft: Draft): Draft {
  return {
    addressee: typedText(draft.addressee),
    subject: typedText(draft.subject).replaceAll(/\s+/g, " "),
    body: typedText(draft.body),
    remedy: typedText(draft.remedy),
  };
}

/** What a draft is encrypted for. */
export const purposes = {
  draft: (bescheidId: string) => `bescheide/draft/${bescheidId}`,
  reason: (bescheidId: string) => `bescheide/return/${bescheidId}`,
};
