import {
  addDays,
  dayOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import { deletionDay, type Term } from "./term.ts";

/** How a Vorgang ended. */
export type Ending = "closed" | "withdrawn" | "handed-over";

/** A Vorgang whose term runs. */
export type EndedVorgang = {
  readonly id: string;
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly receivedAt: Date;
  readonly ending: Ending;
  readonly endedAt: Date;
};

/** A reason to keep a Vorgang beyond its term. */
export type Hold = {
  readonly id: string;
  readonly vorgangId: string;
  readonly placedBy: string;
  readonly placedAt: Date;
  /** Last day; undefined: until somebody lifts it. */
  readonly untilDay: CalendarDay | undefined;
  readonly liftedBy: string | undefined;
  readonly liftedAt: Date | undefined;
};

export const archiveAnswers = ["taken", "refused"] as const;

export type ArchiveAnswer = (typeof archiveAnswers)[number];

export type ArchiveOffer = {
  readonly offeredAt: Date;
  readonly answer: ArchiveAnswer | undefined;
};

/** Office and applicant are told so long before; mails, which are kept as long, are gone by then as well. */
export const noticeDays = 30;

/** What is known of a Vorgang besides its term. */
export type Circumstances = {
  readonly holds: readonly Hold[];
  readonly announcedAt: Date | undefined;
  readonly offer: ArchiveOffer | undefined;
  /** It was handed to a back-office system that has not answered yet: until then nothing proves that anybody else has it. */
  readonly isUnderway: boolean;
};

/** What is between a Vorgang and its deletion; `on`: the first day on which nothing is. */
export type Standing =
  | { readonly kind: "held"; readonly untilDay: CalendarDay | undefined }
  | { readonly kind: "underway" }
  | { readonly kind: "to-offer" }
  | { readonly kind: "offered" }
  | { readonly kind: "runs"; readonly on: CalendarDay };

/** True while the hold keeps its Vorgang. */
export function isHolding(
  { untilDay, liftedAt }: Pick<Hold, "untilDay" | "liftedAt">,
  today: CalendarDay,
): boolean {
  return (
    liftedAt === undefined && (untilDay === undefined || untilDay >= today)
  );
}

/** When it was told; a notice from before it was closed (again) is none. */
export function validAnnouncement(
  { endedAt }: Pick<EndedVorgang, "endedAt">,
  announcedAt: Date | undefined,
): Date | undefined {
  return announcedAt && announcedAt >= endedAt ? announcedAt : undefined;
}

type KnownToday = Circumstances & { readonly today: CalendarDay };

/** Where a Vorgang stands on its way to deletion. */
export function standingOf(
  vorgang: Pick<EndedVorgang, "endedAt">,
  term: Term,
  known: KnownToday,
): Standing {
  const kept = keptBy(known, term);
  if (kept) return kept;
  const { announcedAt, today } = known;
  const told = validAnnouncement(vorgang, announcedAt);
  const toldOn = told ? dayOf(told) : today;
  const due = deletionDay(dayOf(vorgang.endedAt), term);
  // Not told yet and due far ahead: told in time, so it goes when it is due.
  const isToldInTime = !told && addDays(today, noticeDays) <= due;
  const earliest = addDays(toldOn, noticeDays);
  return { kind: "runs", on: isToldInTime || due > earliest ? due : earliest };
}

/** What keeps it, whatever the term says. */
function keptBy(
  { holds, offer, isUnderway, today }: KnownToday,
  { offersToArchive }: Term,
): Standing | undefined {
  const hold = longestHold(holds, today);
  if (hold) return { kind: "held", untilDay: hold.untilDay };
  if (isUnderway) return { kind: "underway" };
  return offersToArchive && offer?.answer === undefined
    ? { kind: offer ? "offered" : "to-offer" }
    : undefined;
}

function longestHold(
  holds: readonly Hold[],
  today: CalendarDay,
): Hold | undefined {
  const holding = holds.filter((hold) => isHolding(hold, today));
  return (
    holding.find(({ untilDay }) => untilDay === undefined) ??
    holding.toSorted((a, b) =>
      (b.untilDay ?? "") < (a.untilDay ?? "") ? -1 : 1,
    )[0]
  );
}
