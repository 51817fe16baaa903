import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { ArchiveAnswer, Ending } from "./standing.ts";
import type { RuledTerm } from "./term.ts";

/** That a Vorgang was deleted, when and why: what stays of it. Names nobody. */
export type Proof = {
  readonly id: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly receivedOn: CalendarDay;
  readonly closedOn: CalendarDay;
  readonly ending: Ending;
  /** From when it was to be deleted. */
  readonly dueOn: CalendarDay;
  readonly deletedAt: Date;
  readonly term: Pick<
    RuledTerm,
    "count" | "unit" | "fromYearEnd" | "basis" | "rule"
  >;
  readonly archive: ArchiveAnswer | "not-offered";
  /** How many of which kind. */
  readonly counts: Readonly<Record<string, number>>;
};

/** What the log keeps as well, so that no proof can be made or changed afterwards. */
export function hashOfProof(proof: Proof): Buffer {
  return sha256(canonicalJson(proof));
}
