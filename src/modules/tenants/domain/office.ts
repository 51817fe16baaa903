import type { OpeningTime } from "./opening-times.ts";

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
  /** Such as "Bitte vereinbaren Sie einen Termin." */
  readonly note: string | null;
};
