import type { OpeningTime } from "./opening-times.ts";
import type { SpecialDay } from "./special-day.ts";

/** An office that people visit or call, such as the Bürgerbüro. */
export type Office = {
  readonly slug: string;
  readonly name: string;
  /** Whose office it is, where that is not the authority of the portal: the county decides what its towns take in. */
  readonly authority: string | null;
  /** One or two sentences: what one comes here for. */
  readonly tasks: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
  readonly openingTimes: readonly OpeningTime[];
  /** Days on which it is different, set by the office. */
  readonly specialDays: readonly SpecialDay[];
  /** Such as "Bitte vereinbaren Sie einen Termin." */
  readonly note: string | null;
  /** Slug of the office that it is a department of. */
  readonly partOf: string | null;
  /** How people with disabilities get in and along. */
  readonly accessibility: string | null;
  /** How to get there by bus, tram or train. */
  readonly transport: string | null;
  /** Where the door is (WGS 84). */
  readonly location: Position | null;
};

export type Position = {
  readonly latitude: number;
  readonly longitude: number;
};

/** What an office says of itself, and changes itself: all but its address and whose it is. */
export type OfficeChanges = Omit<Office, "slug" | "authority">;
