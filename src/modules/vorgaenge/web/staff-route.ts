import type { Route } from "../../../shell/web/route.ts";

/** A route of the workplace: for signed-in staff of this portal. */
export function staffRoute(
  method: Route["method"],
  path: string,
  handle: Route["handle"],
): Route {
  return { method, path, audience: "staff", handle };
}
