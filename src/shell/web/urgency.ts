import { localeCookie } from "./cookies.ts";
import { isForPrograms } from "./send-problem.ts";
import type { Urgency } from "./turns.ts";

export type Asking = {
  readonly method: string;
  readonly path: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly acceptsCrossSite: boolean;
};

/** @see Urgency A cookie may be invented: who does so comes before others who are new, and finds nothing. */
export function urgencyOf({
  method,
  path,
  cookies,
  acceptsCrossSite,
}: Asking): Urgency {
  const changes = method !== "GET" && method !== "HEAD";
  // The browser sends no cookies along when it comes from another site.
  if (changes && acceptsCrossSite) return "sending";
  if (isForPrograms(path)) return "begun";
  const hasBegun = Object.keys(cookies).some((name) => name !== localeCookie);
  if (!hasBegun) return "new";
  return changes ? "sending" : "begun";
}
