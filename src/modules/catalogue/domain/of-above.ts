import type { TakenOver } from "./leistung.ts";
import type { LeistungContent } from "./content/leistung-content.ts";

const prefix = "portal:";

/** Where a Leistung says that it is taken over from the portal of another authority. */
export const sourceOfPortal = (tenantId: string) => `${prefix}${tenantId}`;

/** That authority; undefined for an imported file. */
export const portalOfSource = (source: string): string | undefined =>
  source.startsWith(prefix) ? source.slice(prefix.length) : undefined;

/** Content as authorities below take it over: the office stays where it is, and is found there. */
export const asTakenOver = (content: LeistungContent): LeistungContent => ({
  ...content,
  officeSlug: "",
});

/**
 * True where the authority only words a Leistung its own way that another authority offers: that one has the office, the form, and receives
 * applications. With a form of its own it is the authority's.
 */
export const isOfAbove = ({
  takenOver,
  formKey,
}: {
  readonly takenOver?: TakenOver | undefined;
  readonly formKey: string | null;
}): boolean =>
  formKey === null &&
  takenOver !== undefined &&
  portalOfSource(takenOver.source) !== undefined;
