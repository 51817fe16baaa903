import type { Office } from "../../tenants/index.ts";
import type { Leistung } from "./leistung.ts";

/** A Leistung as it is handed out; one that is not shown any more is told as deleted. */
export type ExportedLeistung = Leistung & {
  readonly isShown: boolean;
  /** Addresses of the online services of others that it had before the moment from which changes are told. */
  readonly servicesBefore: readonly string[];
};

/** Which office answers for which of the authority's own Leistungen that are shown, whether they changed or not. */
export type Responsibility = {
  readonly leistungId: string;
  readonly officeSlug: string;
};

/** What an authority hands out: its own Leistungen and the offices that are responsible for them. */
export type Exported = {
  readonly leistungen: readonly ExportedLeistung[];
  readonly offices: readonly Office[];
  readonly responsibilities: readonly Responsibility[];
  /** Only changes are handed out: what is gone is told. */
  readonly isDelta: boolean;
  /** Opening hours in words, for who asks for it in figures as well. */
  readonly hours: "in-words" | "also-in-figures";
  /** ARS of the authority: the area all of it holds for. */
  readonly ars: string;
  readonly authority: string;
  /** Absolute address of the portal without a slash at the end. */
  readonly baseUrl: string;
  readonly now: Date;
};

/** Address of the page of a Leistung. */
export function addressOf(
  { baseUrl }: Pick<Exported, "baseUrl">,
  { slug }: Pick<Leistung, "slug">,
): string {
  return `${baseUrl}/leistungen/${slug}`;
}
