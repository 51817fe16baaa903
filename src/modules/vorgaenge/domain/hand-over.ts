import { longestNote, normaliseNote } from "./note.ts";

/** Another authority has it now, or had it meanwhile. */
export type HandOver = {
  readonly id: string;
  /** Number of the event, whose note is the reason. */
  readonly position: number;
  readonly toTenantId: string;
  readonly toName: string;
  readonly at: Date;
  /** It came back. */
  readonly endedAt: Date | undefined;
};

export type ArrivalSource = "handed-over" | "fit-connect";

/** How a Vorgang came to an authority otherwise than by its own portal. */
export type Arrival = {
  /** The same as of the hand-over at the authority it came from. */
  readonly id: string;
  /** Number of the event it came with. */
  readonly position: number;
  readonly source: ArrivalSource;
  /** Undefined: no authority of this installation. */
  readonly fromTenantId: string | undefined;
  readonly fromName: string;
  /** Names of the authorities it has been at, the first one first; whoever gave it last is the last. */
  readonly trail: readonly string[];
  readonly at: Date;
  /** Called back before anybody there had opened it. */
  readonly isCallBack: boolean;
  readonly note: ArrivalNote | undefined;
};

/** What the authority before wrote for this one. */
export type ArrivalNote = {
  /** What the applicant was told. */
  readonly reason: string;
  /** For the office only. */
  readonly text: string;
  readonly notes: readonly TravellingNote[];
};

/** An internal note that was chosen to travel along. */
export type TravellingNote = {
  readonly by: string;
  readonly at: string;
  readonly text: string;
};

/** What the note of an arrival is encrypted for. */
export function arrivalPurpose(id: string): string {
  return `vorgaenge.arrival:${id}`;
}

/** Whether this name comes up twice on the way: it goes round in circles, and somebody should talk. */
export function isLoop(trail: readonly string[], next: string): boolean {
  return trail.includes(next);
}

export type HandOverFault =
  | "hand-over-nobody"
  | "hand-over-reason-missing"
  | "hand-over-text-too-long";

/** What is wrong with the texts as they were typed. */
export function faultOfHandOver(input: {
  readonly reason: string;
  readonly note: string;
}): HandOverFault | undefined {
  const texts = [input.reason, input.note].map(normaliseNote);
  if (texts[0] === undefined) return "hand-over-reason-missing";
  const isTooLong = texts.some(
    (text = "") => Array.from(text).length > longestNote,
  );
  return isTooLong ? "hand-over-text-too-long" : undefined;
}
