import { randomInt } from "node:crypto";
import type { Route } from "../../shell/web/route.ts";
import type { Belongings } from "./belongings.ts";
import { addressesOf } from "./route-table.ts";
import type { Answer, Visitor } from "./visitor.ts";

export type Search = {
  readonly routes: readonly Route[];
  /** Somebody on the portal of another tenant, with the keys and sessions of the first. */
  readonly visitor: Visitor;
  readonly belongings: Belongings;
  /** Routes whose audience turns the visitor away before anybody reads which thing is asked for: one thing each is enough. */
  readonly isClosed: (route: Route) => boolean;
};

export type SearchReport = {
  readonly leaks: readonly string[];
  readonly requests: number;
};

/**
 * Presents one tenant's ids, keys and numbers on every route of another's portal. A leak is an answer that holds a word of the
 * first tenant, or that differs from the answer to an id of nothing: it would tell that the thing exists.
 */
export async function findLeaks(search: Search): Promise<SearchReport> {
  const { belongings } = search;
  const leaks: string[] = [];
  let requests = 0;
  // Fixed, whatever the portal gives out on the way: every request presents the first tenant's keys.
  const cookie = [...search.visitor.cookies]
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  for (const route of signOutLast(search.routes)) {
    const unknown = addressesOf(route, belongings.unknownPaths);
    const controls = new Map<string, Answer>();
    const addresses = addressesOf(route, belongings.paths);
    const presented = search.isClosed(route)
      ? addresses.slice(0, 1)
      : addresses;
    for (const [index, address] of presented.entries()) {
      const answer = await ask({ ...search, cookie }, route, address);
      const nothing = unknown[index] ?? address;
      const control =
        controls.get(nothing) ??
        (await ask({ ...search, cookie }, route, nothing));
      controls.set(nothing, control);
      requests += 1;
      const why = leakIn({ answer, control }, { address, belongings });
      if (why) leaks.push(`${route.method} ${route.path}: ${why}`);
    }
  }
  return { leaks, requests };
}

/** Afterwards the visitor is a guest. */
function signOutLast(routes: readonly Route[]): readonly Route[] {
  const isSignOut = ({ path }: Route) => path.endsWith("/abmelden");
  return [
    ...routes.filter((route) => !isSignOut(route)),
    ...routes.filter(isSignOut),
  ];
}

function ask(
  { visitor, belongings, cookie }: Search & { readonly cookie: string },
  { method, path }: Route,
  address: string,
): Promise<Answer> {
  const [id = ""] = belongings.paths["id"] ?? [];
  const [number = ""] = belongings.paths["nummer"] ?? [];
  const query = {
    erneut: "1",
    nach: id,
    zurueck: `/arbeitsplatz/vorgaenge/${id}`,
  };
  const headers = { cookie, "x-forwarded-for": anyAddress() };
  if (method === "POST")
    return visitor.visit(address, {
      fields: { ...query, stand: "3" },
      headers,
    });
  if (method !== "GET")
    return visitor.visit(address, {
      method,
      headers: {
        ...headers,
        "sec-fetch-site": "same-origin",
        "tus-resumable": "1.0.0",
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
      },
    });
  const own = path === "/quittung" ? { nummer: number } : query;
  return visitor.visit(`${address}?${new URLSearchParams(own).toString()}`, {
    headers,
  });
}

/** Each request from another client, or the limit on guessing would hide what comes after it. */
function anyAddress(): string {
  return [10, randomInt(256), randomInt(256), randomInt(256)].join(".");
}

type Pair = { readonly answer: Answer; readonly control: Answer };

function leakIn(
  { answer, control }: Pair,
  { address, belongings }: { address: string; belongings: Belongings },
): string | undefined {
  const presented = decodeURIComponent(address);
  const said = JSON.stringify(answer.headers) + answer.text;
  const [id = ""] = belongings.paths["id"] ?? [];
  const [number = ""] = belongings.paths["nummer"] ?? [];
  const word = belongings.words.find(
    (candidate) =>
      said.includes(candidate) &&
      !presented.includes(candidate) &&
      candidate !== number &&
      candidate !== id,
  );
  if (word !== undefined) return `${String(answer.status)} with "${word}"`;
  const isAlike =
    answer.status === control.status &&
    shapeOf(answer.headers.location) === shapeOf(control.headers.location) &&
    cookieNames(answer) === cookieNames(control);
  return isAlike
    ? undefined
    : `${String(answer.status)} where an unknown one gives ${String(control.status)}`;
}

/** Where it leads, without the ids and names in it. */
function shapeOf(location: string | undefined): string {
  const [path = ""] = (location ?? "").split("?");
  return path.split("/").length.toString();
}

function cookieNames({ headers }: Answer): string {
  return (headers["set-cookie"] ?? []).map((line) => line.split("=", 1)).join();
}
