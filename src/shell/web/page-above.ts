import { showError, isLocalPath, redirect, type Route } from "./route.ts";

/**
 * For each address that only takes a form a route that leads to the nearest page above it: somebody changes the language on the page that
 * answers with mistakes, loads it again by its address, or signs in anew and goes on there.
 */
export function pagesAbove(routes: readonly Route[]): readonly Route[] {
  const pages = routes.filter(({ method }) => method === "GET");
  const isPage = (segments: readonly string[]) =>
    pages.some(({ path }) => covers(path.split("/"), segments));
  const hasPage = ({ path }: Route) =>
    pages.some((page) => shapeOf(page.path) === shapeOf(path));
  const led = new Map<string, Route>();
  for (const route of routes) {
    const segments = route.path.split("/");
    if (route.method !== "POST" || route.isRaw || hasPage(route)) continue;
    const depth = depthAbove(segments, isPage);
    if (depth === undefined) continue;
    const { path, scope = "authority" } = route;
    led.set(`${path} ${scope}`, leadingUp({ path, scope, depth }));
  }
  return [...led.values()];
}

/** Paths of one shape take the same requests. A fixed word where the other has a name does not: `stapel/vorschau` is no `stapel/:id`. */
const shapeOf = (path: string) => path.replaceAll(/:\w+/g, ":");

/** Whether requests for the second path go to the first. */
function covers(
  pattern: readonly string[],
  segments: readonly string[],
): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every(
      (part, at) => part.startsWith(":") || part === segments.at(at),
    )
  );
}

/** How many segments the nearest page above has; undefined where that is the portal's first page only. */
function depthAbove(
  segments: readonly string[],
  isPage: (segments: readonly string[]) => boolean,
): number | undefined {
  for (let depth = segments.length - 1; depth > 1; depth -= 1)
    if (isPage(segments.slice(0, depth))) return depth;
  return undefined;
}

function leadingUp({
  path,
  scope,
  depth,
}: Required<Pick<Route, "path" | "scope">> & {
  readonly depth: number;
}): Route {
  return {
    method: "GET",
    path,
    scope,
    audience: "guest",
    handle: (request) => {
      const above = request.path.split("/").slice(0, depth).join("/");
      return Promise.resolve(
        isLocalPath(above) ? redirect(above) : showError(404),
      );
    },
  };
}
