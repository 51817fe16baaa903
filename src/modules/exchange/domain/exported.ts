import type { Leistung } from "../../catalogue/index.ts";
import type { OwnLeistungen } from "../../catalogue/content.ts";
import type { Office } from "../../tenants/index.ts";

/** What an authority hands out: its own Leistungen and the offices that are responsible for them. */
export type Exported = OwnLeistungen & {
  readonly offices: readonly Office[];
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
