import type { Route } from "../../shell/web/route.ts";
import { collectModules } from "../modules.ts";
import { collectRoutes } from "../web.ts";
import type { TestPortal } from "./test-portal.ts";

/** All routes of the portal, from the same list as the server's. */
export function routesOf({ services }: TestPortal): readonly Route[] {
  return collectRoutes(collectModules(services), services.settings);
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

/** What pages of one kind have in common: the route's path and the names in the query. */
export function kindOf(address: string, routes: readonly Route[]): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const segments = pathname.split("/");
  const fits = ({ path }: Route) => {
    const parts = path.split("/");
    return (
      parts.length === segments.length &&
      parts.every(
        (part, index) => part.startsWith(":") || part === segments[index],
      )
    );
  };
  // As the router does, a fixed word before a parameter.
  const [best] = routes
    .filter((route) => route.method === "GET" && fits(route))
    .map(({ path }) => path)
    .toSorted((a, b) => a.split(":").length - b.split(":").length);
  const names = [...new Set(searchParams.keys())].toSorted();
  return `${best ?? pathname}?${names.join("&")}`;
}
