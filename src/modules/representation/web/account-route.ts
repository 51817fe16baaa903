import type { Route } from "../../../shell/web/route.ts";

/** A page for who is signed in, the same on all portals. */
export function accountRoute(
  method: Route["method"],
  path: string,
  handle: Route["handle"],
): Route {
  return { method, path, audience: "account", scope: "any", handle };
}
