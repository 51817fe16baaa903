import { germanDay } from "../../../platform/values/german-day.ts";
import type { KnownLink } from "./link.ts";

/** What came of one look at an address. */
export type Probe =
  | { readonly kind: "fine" }
  /** All the way there is permanent. */
  | { readonly kind: "moved"; readonly to: string }
  /** Its server says that there is nothing (404, 410). */
  | { readonly kind: "gone"; readonly detail: string }
  | { readonly kind: "failed"; readonly detail: string }
  /** The server asks for patience; nothing is known. */
  | { readonly kind: "later"; readonly afterMs: number }
  /** Not public: not for this portal to call. */
  | { readonly kind: "not-checked" };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Nobody's server is asked more often for an address that answers. */
const weekMs = 7 * dayMs;

type State = Pick<KnownLink, "state" | "since">;

/** What is known of an address after a look, and when to look again. */
export function nextState(
  before: State,
  probe: Probe,
  now: Date,
): Omit<KnownLink, "url" | "checkedAt"> & { readonly nextAt: Date } {
  const isSame = (state: KnownLink["state"]) => before.state === state;
  const at = (ms: number) => new Date(now.getTime() + ms);
  const sinceOf = (state: KnownLink["state"]) =>
    isSame(state) ? (before.since ?? now) : now;
  const nothing = { detail: null, movedTo: null } as const;
  switch (probe.kind) {
    case "fine":
      return { state: "fine", ...nothing, since: null, nextAt: at(weekMs) };
    case "not-checked":
      return { state: "skipped", ...nothing, since: null, nextAt: at(weekMs) };
    case "moved":
      return {
        state: "moved",
        detail: null,
        movedTo: probe.to,
        since: sinceOf("moved"),
        nextAt: at(weekMs),
      };
    case "gone":
      return {
        state: "gone",
        detail: probe.detail,
        movedTo: null,
        since: sinceOf("gone"),
        nextAt: at(weekMs),
      };
    case "failed":
      return {
        ...failed(before, now),
        detail: probe.detail,
        movedTo: null,
      };
    case "later":
      throw new Error("whoever asks to wait says nothing of the address");
  }
}

/** Once may be a bad moment; twice on different days is broken. */
function failed(
  { state, since }: State,
  now: Date,
): Pick<KnownLink, "state" | "since"> & { readonly nextAt: Date } {
  const weekLater = new Date(now.getTime() + weekMs);
  if (state === "broken" || state === "gone")
    return { state, since, nextAt: weekLater };
  const isSecondDay =
    state === "failing" &&
    since !== null &&
    germanDay(since) !== germanDay(now);
  return isSecondDay
    ? { state: "broken", since, nextAt: weekLater }
    : {
        state: "failing",
        since: state === "failing" ? since : now,
        nextAt: new Date(now.getTime() + dayMs),
      };
}

/** When to look again where a server asks for patience: not within the hour, and not later than usual. */
export function waitOf(afterMs: number): number {
  return Math.min(weekMs, Math.max(hourMs, afterMs));
}
