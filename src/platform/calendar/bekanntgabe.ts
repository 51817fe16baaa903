import { addDays, type CalendarDay } from "./calendar-day.ts";
import type { Land } from "./land.ts";
import { lastDayOfPeriod } from "./periods.ts";
import { firstWorkingDayFrom } from "./working-days.ts";

/** How a Verwaltungsakt reaches its addressee, with the days that count. */
export type Provision =
  /** By letter inside Germany, or sent electronically (e-mail with De-Mail, EGVP): posted or sent on that day. */
  | { readonly kind: "sent"; readonly on: CalendarDay }
  /** Kept for retrieval in the Postfach of an account, and noticed the same day. */
  | PostfachProvision
  /** Kept for retrieval elsewhere, noticed on that day. */
  | {
      readonly kind: "retrieval";
      readonly noticedOn: CalendarDay;
      readonly retrievedOn: CalendarDay | undefined;
    };

export type PostfachProvision = {
  readonly kind: "postfach";
  readonly providedOn: CalendarDay;
  /** The first time only; later ones change nothing. */
  readonly retrievedOn?: CalendarDay | undefined;
  /** The authority doubts that it arrived and made it known once more, by letter posted on that day. */
  readonly postedAgainOn?: CalendarDay | undefined;
};

/**
 * The law a Verwaltungsakt follows: that of general administration, or that of taxes (dog tax, trade tax), where the courts apply the
 * rule on weekends to the fiction too.
 * @see § 41 VwVfG; § 122 Abs. 2, § 108 Abs. 3 AO
 */
export type ProcedureLaw = "general" | "taxes";

const fictionDays = 4;

/**
 * The day on which a Verwaltungsakt counts as made known (bekannt gegeben); undefined where the law knows none.
 *
 * Sent: the fourth day after posting or sending, also if it arrived sooner (§ 41 Abs. 2 VwVfG in the version since 1 January 2025).
 * Postfach: the fourth day after provision, whether retrieved or not; was it made known once more, the first retrieval decides if it was
 * before that (§ 9 Abs. 1 OZG). Other retrieval: the day after; not retrieved within ten days of the notice, it is not made known
 * (§ 41 Abs. 2a VwVfG).
 *
 * In general administration the fourth day is not moved from a weekend: that is the view that gives people no later day than a court would.
 */
export function bekanntgabeOn(
  provision: Provision,
  place: { readonly land: Land; readonly law: ProcedureLaw },
): CalendarDay | undefined {
  switch (provision.kind) {
    case "sent":
      return fourthDayAfter(provision.on, place);
    case "postfach":
      return knownByPostfach(provision, place);
    case "retrieval":
      return knownByRetrieval(provision.noticedOn, provision.retrievedOn);
  }
}

/**
 * The last day for a Widerspruch: one month after Bekanntgabe, or one year where the Bescheid does not say rightly how to object.
 * @see § 70 Abs. 1, § 58 Abs. 2, § 57 VwGO; § 357 AO has the same month
 */
export function widerspruchUntil(
  knownOn: CalendarDay,
  land: Land,
  { hasLegalRemedyText }: { readonly hasLegalRemedyText: boolean },
): CalendarDay {
  return lastDayOfPeriod(
    knownOn,
    hasLegalRemedyText ? { months: 1 } : { years: 1 },
    land,
  );
}

type Place = { readonly land: Land; readonly law: ProcedureLaw };

function fourthDayAfter(day: CalendarDay, { land, law }: Place): CalendarDay {
  const fourthDay = addDays(day, fictionDays);
  return law === "taxes" ? firstWorkingDayFrom(fourthDay, land) : fourthDay;
}

function knownByPostfach(
  { providedOn, retrievedOn, postedAgainOn }: PostfachProvision,
  place: Place,
): CalendarDay {
  if (postedAgainOn === undefined) return fourthDayAfter(providedOn, place);
  const wasRetrievedBefore =
    retrievedOn !== undefined && retrievedOn < postedAgainOn;
  return wasRetrievedBefore
    ? retrievedOn
    : fourthDayAfter(postedAgainOn, place);
}

function knownByRetrieval(
  noticedOn: CalendarDay,
  retrievedOn: CalendarDay | undefined,
): CalendarDay | undefined {
  if (retrievedOn === undefined || retrievedOn > addDays(noticedOn, 10))
    return undefined;
  return addDays(retrievedOn, 1);
}
