/** Where a link stands: a Leistung, a company or authority that offers some, or a notice. */
export type LinkPlace = {
  readonly kind: "leistung" | "provider" | "notice";
  /** Id of a Leistung or a notice, last part of the address of a provider. */
  readonly id: string;
  readonly title: string;
};

/**
 * What is known of an address. `failing`: it failed once, which may be a bad moment. `broken`: on two days. `gone`: its server says that there
 * is nothing. `moved`: it leads elsewhere for good. `skipped`: inside of a network that the portal does not call.
 */
export const linkStates = [
  "unchecked",
  "fine",
  "moved",
  "failing",
  "broken",
  "gone",
  "skipped",
] as const;
export type LinkState = (typeof linkStates)[number];

/** An address with what is known of it. */
export type KnownLink = {
  readonly url: string;
  readonly state: LinkState;
  /** Status of the answer, or why there is none; null where it answered well. */
  readonly detail: string | null;
  /** Where it leads for good. */
  readonly movedTo: string | null;
  /** Since when it is in this state, for a broken one since it failed first. */
  readonly since: Date | null;
  readonly checkedAt: Date | null;
};

const longest = 1_500;

/** The address as it is kept and called; undefined for mail, telephone, and what is no address. `origin` is where the portal's pages begin. */
export function addressOf(given: string, origin: string): string | undefined {
  const url = URL.parse(given.trim(), `${origin}/`);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:"))
    return undefined;
  url.hash = "";
  return url.href.length <= longest ? url.href : undefined;
}

/** The path of an address of the portal's own; undefined for one of somebody else. */
export function ownPath(address: string, origin: string): string | undefined {
  const url = new URL(address);
  return url.host === new URL(origin).host ? url.pathname : undefined;
}
