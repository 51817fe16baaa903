import type { Route } from "../../shell/web/route.ts";
import { collectModules } from "../modules.ts";
import { collectRoutes } from "../web.ts";
import type { TestPortal } from "./test-portal.ts";

/** All routes of the portal, from the same list as the server's. */
export function routesOf({ services }: TestPortal): readonly Route[] {
  return collectRoutes(collectModules(services));
}

/** Values by name of a path parameter, to put into addresses. */
export type PathValues = Readonly<Record<string, readonly string[]>>;

/** Every address of a route with these values. Throws on a parameter without values: a new one must not go untested. */
export function addressesOf(
  { path }: Pick<Route, "path">,
  values: PathValues,
): readonly string[] {
  return path
    .slice(1)
    .split("/")
    .reduce<readonly string[]>(
      (beginnings, segment) =>
        candidatesOf(segment, values).flatMap((value) =>
          beginnings.map((beginning) => `${beginning}/${value}`),
        ),
      [""],
    );
}

function candidatesOf(segment: string, values: PathValues): readonly string[] {
  if (!segment.startsWith(":")) return [segment];
  const found = values[segment.slice(1)];
  if (!found || found.length === 0)
    throw new Error(`route table: no values for the parameter ${segment}`);
  return found.map(encodeURIComponent);
}
