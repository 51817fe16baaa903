import type { Route } from "./route.ts";

/** Two routes for the same address of the same portal are a fault of the program: the second would never answer. Throws. */
export function refuseClashes(routes: readonly Route[]): void {
  const known = new Map<string, Route[]>();
  for (const route of routes) {
    const key = `${route.method} ${route.path.replaceAll(/:[^/]+/g, ":")}`;
    const others = known.get(key) ?? [];
    if (others.some((other) => meets(other, route)))
      throw new Error(`two routes answer ${route.method} ${route.path}`);
    known.set(key, [...others, route]);
  }
}

/** Whether there is a portal on which both would answer. */
function meets(first: Route, second: Route): boolean {
  const scopes = [first, second].map(({ scope = "authority" }) => scope);
  return scopes.includes("any") || scopes[0] === scopes[1];
}
