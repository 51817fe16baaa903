import { isAmongHosts } from "../../../platform/values/host-pattern.ts";

/** Fetches what is due. Enqueued every hour, and when somebody wants it now. Jobs that wait carry the name, so it stayed. */
export const fetchFeedJob = "catalogue.feed";

/** Name of the delivery that a feed brings; the same as that of the command `import xzufi`. */
export const feedSource = "land";

export const feedModes = ["whole", "delta"] as const;
/** `whole`: what it names is all there is; `delta`: files with changes, each taken once and in order. */
export type FeedMode = (typeof feedModes)[number];

export type FeedSetting = {
  readonly url: string;
  readonly mode: FeedMode;
  readonly everyHours: number;
};

/** What came of asking. All but `taken` and `unchanged` changed nothing. */
export const feedOutcomes = [
  "taken",
  "unchanged",
  "host-not-released",
  /** Never followed: it could lead into the authority's own network. */
  "redirected",
  /** Neither 200 nor 304; the detail is the status. */
  "status",
  /** No whole answer; the detail is the phase. */
  "network",
  "wrong-type",
  "broken",
  "empty",
  /** Files with changes are missing between the last one that was taken and the first one that is named. */
  "gap",
] as const;

export type FeedOutcome = (typeof feedOutcomes)[number];

export type Feed = FeedSetting & {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly lastFile: string | undefined;
  readonly nextAt: Date;
  readonly askedAt: Date | undefined;
  readonly outcome: FeedOutcome | undefined;
  readonly detail: string | undefined;
};

const mostHours = 720;

/** Why a setting is refused, by the input. */
export type FeedFault = "no-address" | "host-not-released" | "no-hours";

/** An authority names only addresses on hosts that the operator has released: nothing else is ever called. */
export function faultOfAddress(
  address: string,
  releasedHosts: readonly string[],
): FeedFault | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || address.length > 2_000)
    return "no-address";
  if (url.username !== "" || url.password !== "") return "no-address";
  return isAmongHosts(url.hostname, releasedHosts)
    ? undefined
    : "host-not-released";
}

/** Whether somebody can be asked as often as that. */
export function isHours(hours: number): boolean {
  return Number.isInteger(hours) && hours >= 1 && hours <= mostHours;
}

const hourMs = 3_600_000;

/** After a fault it is asked again within the hour, else after its time. */
export function nextAskAt(
  { everyHours }: FeedSetting,
  { outcome, now }: { readonly outcome: FeedOutcome; readonly now: Date },
): Date {
  const hours = outcome === "taken" || outcome === "unchanged" ? everyHours : 1;
  return new Date(now.getTime() + hours * hourMs);
}
