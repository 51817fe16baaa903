import type { Leistung } from "./leistung.ts";

/** A Leistung as it is handed out; one that is not shown any more is told as deleted. */
export type OwnLeistung = Leistung & {
  readonly isShown: boolean;
  /** Addresses of the online services of others that it had before the moment from which changes are told. */
  readonly servicesBefore: readonly string[];
};

/** Which office answers for which of the authority's own Leistungen that are shown, whether they changed or not. */
export type Responsibility = {
  readonly leistungId: string;
  readonly officeSlug: string;
};

/** What an authority wrote or changed itself: nobody else has it to hand out. */
export type OwnLeistungen = {
  readonly leistungen: readonly OwnLeistung[];
  readonly responsibilities: readonly Responsibility[];
};
