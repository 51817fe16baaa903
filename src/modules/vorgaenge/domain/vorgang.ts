import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Responsibility } from "./assignment.ts";
import type { VorgangState } from "./states.ts";

/** A case in the queue of the authority that decides. */
export type Vorgang = {
  readonly id: string;
  readonly submissionId: string;
  /** Easy to read aloud; the same as on the receipt. */
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly receivedAt: Date;
  readonly state: VorgangState;
  readonly stateSince: Date;
  /** Number of the last event: who changes something says which one they saw. */
  readonly lastPosition: number;
  /** By which day it should be decided; undefined where nothing is set, while it rests, and once it is done. */
  readonly dueOn: CalendarDay | undefined;
  /** Tenant of the authority that has it now: here it is only kept. */
  readonly handedTo: string | undefined;
  /** Name of the authority or portal it came from; undefined: from the own portal. */
  readonly arrivedFrom: string | undefined;
} & Responsibility;

/** What the submission says about the Vorgang it opens. */
export type NewVorgang = Pick<
  Vorgang,
  "submissionId" | "reference" | "leistungSlug" | "leistungTitle"
> & {
  readonly submittedAt: Date;
  /** When it reached the office, where that was before: a letter. */
  readonly receivedAt?: Date | undefined;
  /** When it came to this authority, where that is later: the periods begin then. */
  readonly arrivedAt?: Date;
  /** The team it is for, by a rule of the authority. */
  readonly teamId?: string | undefined;
  /** Words to find it by later; kept as keyed hashes only. */
  readonly searchTexts: readonly string[];
};

/** How a caseworker took in what somebody applies for. */
export type Intake = {
  readonly channel: "counter" | "phone" | "letter";
  readonly takenBy: { readonly name: string };
};

/** A line of the queue. */
export type QueueEntry = Vorgang & {
  /** Something happened that this member of staff has not opened yet. */
  readonly isUnread: boolean;
};

/** What an event's note is encrypted for: it cannot be moved to another event. */
export function notePurpose(vorgangId: string, position: number): string {
  return `vorgaenge.note:${vorgangId}:${position}`;
}
