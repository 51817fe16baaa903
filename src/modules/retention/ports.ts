import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import type { EndedRange } from "./domain/calendar.ts";
import type { Removed, Removing } from "./domain/removal.ts";
import type { EndedVorgang } from "./domain/standing.ts";

/**
 * Takes away all that a module keeps of a Vorgang, in the transaction of its deletion; called once for each module, in the order of the list in
 * main. It may find nothing. What lies with other authorities because of it goes as well.
 */
export type RemoveKept = (
  context: Context,
  db: Db,
  removing: Removing,
) => Promise<Removed>;

/** A place in a list of ended Vorgänge, oldest end first. */
export type EndedPlace = { readonly endedAt: Date; readonly id: string };

/** A Vorgang with what decides about its deletion; `ended` is undefined while it is open or decided. */
export type KnownVorgang = {
  readonly id: string;
  readonly submissionId: string;
  readonly leistungSlug: string;
  readonly ended: EndedVorgang | undefined;
};

/** What retention knows of Vorgänge. */
export type VorgaengeInRetention = {
  /** How many have ended, by Leistung. */
  countEnded(
    context: Context,
    db: Db,
  ): Promise<
    readonly {
      readonly slug: string;
      readonly title: string;
      readonly count: number;
    }[]
  >;
  /** How many are decided and not closed: their term has not begun. */
  countUnclosed(context: Context, db: Db): Promise<number>;
  /** How many ended within each range. */
  countWithin(
    context: Context,
    db: Db,
    ranges: readonly EndedRange[],
  ): Promise<readonly number[]>;
  listWithin(
    context: Context,
    db: Db,
    wanted: {
      readonly ranges: readonly EndedRange[];
      readonly after: EndedPlace | undefined;
      readonly limit: number;
    },
  ): Promise<readonly EndedVorgang[]>;
  /** Locked until the transaction ends; what is another team's alone is not found. */
  lock(
    context: Context,
    db: Db,
    sought: { readonly id: string; readonly hiddenSlugs: readonly string[] },
  ): Promise<KnownVorgang | undefined>;
  ofSubmission(
    context: Context,
    db: Db,
    submissionId: string,
  ): Promise<KnownVorgang | undefined>;
};

/** Which of these submissions are on their way to a back-office system: not handed over yet, or not answered. */
export type ListUnderway = (
  context: Context,
  db: Db,
  submissionIds: readonly string[],
) => Promise<readonly string[]>;

/** Tells the applicant, in the transaction of the announcement. */
export type TellApplicant = (
  context: Context,
  db: Db,
  message: {
    readonly submissionId: string;
    readonly reference: string;
    readonly title: string;
    readonly kind: "message";
    readonly text: string;
  },
) => Promise<void>;

/** What retention needs; wired in main. */
export type RetentionPorts = {
  readonly vorgaenge: VorgaengeInRetention;
  readonly listUnderway: ListUnderway;
  /** What each module keeps, in the order in which it may go. */
  readonly keepers: readonly RemoveKept[];
  readonly files: FileStore;
  readonly tellApplicant: TellApplicant;
  /** Address of an authority's portal without a slash at the end. */
  readonly baseUrlOf: (tenantId: string) => Promise<string | undefined>;
  /** A number as it is stored, however somebody typed it. */
  readonly referenceOf: (typed: string) => string;
  /** Leistungen of the context's portal. */
  readonly listLeistungen: (
    context: Context,
  ) => Promise<readonly { readonly slug: string; readonly title: string }[]>;
};
