import {
  bekanntgabeOn,
  widerspruchUntil,
  type ProcedureLaw,
} from "../../../platform/calendar/bekanntgabe.ts";
import {
  dayOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Land } from "../../../platform/calendar/land.ts";

/** What the sender of a Bescheid knows about it. */
export type Bescheid = {
  readonly land: Land;
  readonly law: ProcedureLaw;
  /** The Bescheid says, rightly, how and until when to object. @see § 58 VwGO */
  readonly hasLegalRemedyText: boolean;
};

/**
 * Whether a Bescheid may be made known by the Postfach. `deemed`: nobody has excluded it; `guest`: there is no account it could be
 * retrieved from.
 * @see OZG § 9 Abs. 1 Satz 1 and 2
 */
export type Consent = "deemed" | "excluded" | "guest";

/** Why a Bescheid has to go by post. */
export type PaperReason =
  | "guest"
  | "excluded"
  | "no-address"
  | "undeliverable"
  | "not-retrieved";

/** Not retrieved for so long: the addressee is reminded, then the office sends it by post. */
export const reminderAfterDays = 7;
export const paperAfterDays = 14;

export type ProvidedBescheid = Bescheid & {
  readonly consent: Consent;
  readonly providedAt: Date;
  readonly firstRetrievedAt: Date | undefined;
  readonly paper:
    | {
        readonly reason: PaperReason;
        /** Undefined: the office has not sent it yet. */
        readonly postedAt: Date | undefined;
      }
    | undefined;
};

/** When a Bescheid counts as made known and until when one can object; undefined before it goes by post, where that is what counts. */
export type LegalDays = {
  readonly knownOn: CalendarDay;
  readonly widerspruchUntil: CalendarDay;
};

export function legalDays(bescheid: ProvidedBescheid): LegalDays | undefined {
  const knownOn = knownDay(bescheid);
  if (knownOn === undefined) return undefined;
  return {
    knownOn,
    widerspruchUntil: widerspruchUntil(knownOn, bescheid.land, bescheid),
  };
}

function knownDay(bescheid: ProvidedBescheid): CalendarDay | undefined {
  const { consent, providedAt, firstRetrievedAt, paper } = bescheid;
  const postedOn = paper?.postedAt && dayOf(paper.postedAt);
  // What is in the Postfach then is a copy.
  if (consent !== "deemed")
    return postedOn && bekanntgabeOn({ kind: "sent", on: postedOn }, bescheid);
  return bekanntgabeOn(
    {
      kind: "postfach",
      providedOn: dayOf(providedAt),
      retrievedOn: firstRetrievedAt && dayOf(firstRetrievedAt),
      postedAgainOn: postedOn,
    },
    bescheid,
  );
}

/** A text that tells how to object names what to do; one that does not name it cannot be a legal remedy text. */
export function namesLegalRemedy(text: string): boolean {
  return /widerspruch|klage/i.test(text);
}
